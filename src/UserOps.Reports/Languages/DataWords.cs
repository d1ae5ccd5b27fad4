using UserOps.Reports.Contracts;

namespace UserOps.Reports.Languages;

/// <summary>The words for what the data lack, and for what is striking about them, in one language.</summary>
internal sealed record DataWords
{
    public required string APart { get; init; }
    public required string NoTableAtAll { get; init; }

    public required Func<DataNeed, string, string> Needs { get; init; }
    public required Func<string, string, string> Blank { get; init; }
    public required Func<string, string> NoRows { get; init; }
    public required Func<string, string, string, string> TooFewRows { get; init; }
    public required Func<string, string, string> NoTable { get; init; }
    public required Func<string, string> Meant { get; init; }
    public required Func<string, string, string, string> NoColumn { get; init; }
    public required Func<string, string, string> LooksLike { get; init; }
    public required Func<string, string, NamingParameters, string, string> UnknownName { get; init; }
    public required Func<string, string> EmptyColumn { get; init; }
    public required Func<string, string, string, string, string, string> Unreadable { get; init; }
    public required Func<int, string> NoDate { get; init; }
    public required Func<string, int, int, string> TooOld { get; init; }
    public required Func<string, string> SameAsLast { get; init; }
    public required Func<string, long, long, string, string> OtherSize { get; init; }
    public required Func<string, string, string> TableGone { get; init; }
    public required Func<string, Drift, string> SpreadDifferently { get; init; }
    public required Func<IReadOnlyList<string>, string> Replaced { get; init; }
}
