namespace UserOps.Notebooks;

/// <summary>A notebook, a parameter or a package is not as it must be; the message says what was found, what was expected, what to do.</summary>
public sealed class NotebookException : Exception
{
    /// <summary>Makes the exception with its message for the user.</summary>
    public NotebookException(string message) : base(message) => Problems = [message];

    /// <summary>Makes the exception with its message and cause.</summary>
    public NotebookException(string message, Exception inner) : base(message, inner) => Problems = [message];

    /// <summary>Makes one exception of several problems.</summary>
    public NotebookException(string title, IReadOnlyList<string> problems)
        : base($"{title}\n{string.Join('\n', problems.Select(problem => "- " + problem))}") => Problems = problems;

    /// <summary>Every problem found, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
