namespace UserOps.Data.Typing;

/// <summary>The row that is being read.</summary>
internal sealed class ReadingPlace
{
    private readonly List<string> _files = [""];

    /// <summary>The file's name.</summary>
    public string File
    {
        get => _files[^1];
        set => _files.Add(value);
    }

    /// <summary>The line on which the row begins.</summary>
    public long Line { get; set; }

    /// <summary>The number of the file, cheap to keep for a note that is taken later.</summary>
    public int FileNumber => _files.Count - 1;

    public string NameOf(int file) => _files[file];
}

/// <summary>Notes what happened to the values of one column, with the place that is being read.</summary>
internal sealed class ColumnLog(ReadingPlace place)
{
    private readonly FindingLog _findings = new();

    /// <summary>The line of the row that is being read; 0 while values are looked at again, whose lines are forgotten.</summary>
    public long Line => IsLookingAgain ? 0 : place.Line;

    /// <summary>The place that is being read.</summary>
    public (int File, long Line) Here => (place.FileNumber, Line);

    /// <summary>Whether values that were read before are looked at again.</summary>
    public bool IsLookingAgain { get; set; }

    public void Add(string reason, ReadOnlySpan<char> value) => Add(reason, value, Here);

    public void Add(string reason, ReadOnlySpan<char> value, (int File, long Line) at) => _findings.Add(reason, place.NameOf(at.File), at.Line, value);

    public IReadOnlyList<Finding> ToList() => _findings.ToList();
}
