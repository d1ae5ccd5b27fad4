namespace UserOps.Attribution;

/// <summary>The columns of a table of paths, one row a path.</summary>
/// <param name="Path">The channels in the order in which they were met, as words with a separator between them.</param>
/// <param name="Conversions">How many journeys on this path converted.</param>
public sealed record PathColumns(string Path = "path", string Conversions = "total_conversions")
{
    /// <summary>How many journeys on this path ended without a conversion; when null, the table has none.</summary>
    public string? Nulls { get; init; }

    /// <summary>What the conversions on this path brought together; when null, nobody says.</summary>
    public string? Value { get; init; }

    /// <summary>What stands between two channels; blanks around it do not count.</summary>
    public string Separator { get; init; } = ">";
}
