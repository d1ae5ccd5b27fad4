namespace UserOps.Data.Typing;

/// <summary>Notes what happened to the values of one column, with the place that is being read.</summary>
internal sealed class ColumnLog
{
    private readonly FindingLog _findings = new();

    /// <summary>The file that is being read.</summary>
    public string File { get; set; } = "";

    /// <summary>The line of the row that is being read.</summary>
    public long Line { get; set; }

    /// <summary>Whether notes are taken: not while values that were read before are read again.</summary>
    public bool IsPaused { get; set; }

    public void Add(string reason, ReadOnlySpan<char> value)
    {
        if (!IsPaused)
            _findings.Add(reason, File, Line, value);
    }

    public IReadOnlyList<Finding> ToList() => _findings.ToList();
}
