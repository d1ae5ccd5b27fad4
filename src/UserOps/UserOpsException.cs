namespace UserOps;

/// <summary>A mistake in the data or the question, told in one message: what was found, what was expected, what to do.</summary>
public class UserOpsException : Exception
{
    /// <summary>Makes the exception with its message for the user.</summary>
    public UserOpsException(string message) : base(message) { }

    /// <summary>Makes the exception with its message and cause.</summary>
    public UserOpsException(string message, Exception? inner) : base(message, inner) { }
}

/// <summary>The export lacks a table or column that the question needs.</summary>
public sealed class MissingDataException : UserOpsException
{
    /// <summary>Makes the exception with its message for the user.</summary>
    public MissingDataException(string message) : base(message) { }

    /// <summary>Whether no real export has it, so that nobody need be told.</summary>
    internal bool IsOfSimulations { get; init; }
}

/// <summary>The data cannot answer the question: too few rows, users or days.</summary>
public sealed class InsufficientDataException : UserOpsException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="found">What the data hold.</param>
    /// <param name="needed">What the question needs.</param>
    /// <param name="remedy">What to do.</param>
    public InsufficientDataException(string found, string needed, string remedy)
        : base($"Found {found}; {needed} needed. {remedy}") => (Found, Needed, Remedy) = (found, needed, remedy);

    /// <summary>What the data hold.</summary>
    public string Found { get; }

    /// <summary>What the question needs.</summary>
    public string Needed { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
