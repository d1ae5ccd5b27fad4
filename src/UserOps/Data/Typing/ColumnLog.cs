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

    /// <summary>The line of the row that is being read; 0 while values are looked at again, whose lines are forgotten.</summary>
    public long Line => IsLookingAgain ? 0 : place.Line;

    /// <summary>Whether values that were read before are looked at again.</summary>
    public bool IsLookingAgain { get; set; }

    /// <summary>Goes to the row that begins on this line.</summary>
    public void GoTo(long line) => place.Line = line;

    public void Add(string reason, ReadOnlySpan<char> value) => _findings.Add(reason, place.File, Line, value);

    public IReadOnlyList<Finding> ToList() => _findings.ToList();
}
