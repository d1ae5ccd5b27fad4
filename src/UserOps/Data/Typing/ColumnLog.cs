namespace UserOps.Data.Typing;

/// <summary>The row that is being read.</summary>
internal sealed class ReadingPlace
{
    /// <summary>The file's name.</summary>
    public string File { get; set; } = "";

    /// <summary>The line on which the row begins.</summary>
    public long Line { get; set; }
}

/// <summary>Notes what happened to the values of one column, with the place that is being read.</summary>
internal sealed class ColumnLog(ReadingPlace place)
{
    private readonly FindingLog _findings = new();

    /// <summary>The line of the row that is being read.</summary>
    public long Line => place.Line;

    /// <summary>Whether notes are taken: not while values that were read before are read again.</summary>
    public bool IsPaused { get; set; }

    public void Add(string reason, ReadOnlySpan<char> value)
    {
        if (!IsPaused)
            _findings.Add(reason, place.File, place.Line, value);
    }

    public IReadOnlyList<Finding> ToList() => _findings.ToList();
}
