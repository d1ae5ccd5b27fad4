namespace UserOps.Data.Privacy;

/// <summary>How people are named in a list that leaves the analysis. Plain ids only where somebody says so.</summary>
public abstract record ListIds
{
    private ListIds() { }

    /// <summary>The heading of the column of ids.</summary>
    internal abstract string Heading { get; }

    /// <summary>What stands for an id in a row of the list.</summary>
    internal abstract string Of(string id, int row);

    /// <summary>Pseudonyms under the key that a file holds, or numbers where no file is named: a page that shows its parameters then shows a path, never a secret.</summary>
    /// <param name="path">A text file with a secret of at least 16 characters; may be empty.</param>
    /// <exception cref="UserOpsException">The file cannot be read, or its key is too short or too uniform.</exception>
    public static ListIds FromKeyFile(string path)
    {
        if (path.Length == 0)
            return new Numbers();
        try
        {
            return new Keyed(File.ReadAllText(path).Trim());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The key file '{Path.GetFileName(path)}' cannot be read: {problem.Message} Make one with: openssl rand -hex 32 > my.key", problem);
        }
    }

    /// <summary>Pseudonyms: equal ids get equal ones under one key, in every list and in <see cref="Dataset.Pseudonymize"/>.</summary>
    public sealed record Keyed : ListIds
    {
        private readonly Pseudonyms _pseudonyms;

        /// <summary>Takes the key, a secret of at least 16 bytes.</summary>
        /// <exception cref="UserOpsException">The key is too short or too uniform.</exception>
        public Keyed(string key) => _pseudonyms = new(key);

        internal override string Heading => "Pseudonym";

        /// <inheritdoc/>
        public override string ToString() => "ids replaced by pseudonyms under your key";

        internal override string Of(string id, int row) => _pseudonyms.Of(id);
    }

    /// <summary>Running numbers in the list: enough to look at, not to act on.</summary>
    public sealed record Numbers : ListIds
    {
        internal override string Heading => "Person";

        /// <inheritdoc/>
        public override string ToString() => "people are only numbered: name a key file to get pseudonyms that can be traced back";

        internal override string Of(string id, int row) => FormattableString.Invariant($"person {row + 1}");
    }

    /// <summary>The ids as they stand in the export. Whoever gets the list can tell who the people are.</summary>
    public sealed record Plain : ListIds
    {
        internal override string Heading => "user_id";

        /// <inheritdoc/>
        public override string ToString() => "ids as in the export";

        internal override string Of(string id, int row) => id;
    }
}
