namespace UserOps.Data.Reading;

/// <summary>The rows of one table as text, read once from the first to the last.</summary>
internal interface ITextRows : IDisposable
{
    /// <summary>The column names as they stand in the file: distinct, not empty.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>How many fields the current row has; another number than the header's makes the row ragged.</summary>
    int FieldCount { get; }

    /// <summary>A field of the current row without its quotes; valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<char> this[int field] { get; }

    /// <summary>The line of the file (from 1) on which the current row begins.</summary>
    long Line { get; }

    /// <summary>Over how many lines the current row runs: more than one where quoted values hold line breaks.</summary>
    int LineSpan => 1;

    /// <summary>The share of the file that has been read, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>Adds the fields of the current row, as many as the header has, to a block.</summary>
    void CopyTo(RowBlock block) => block.Add(this);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="UserOpsException">The file cannot be read on; the message names the line.</exception>
    bool Read();
}
