using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Audiences;

/// <summary>The users of an audience, beside all users.</summary>
public sealed record AudienceMembers : AnalysisResult
{
    internal AudienceMembers() { }

    /// <summary>What the audience is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who belongs to it.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The members and their features.</summary>
    public required FeatureTable Users { get; init; }

    /// <summary>All users among whom they were looked for.</summary>
    public required FeatureTable Of { get; init; }

    /// <summary>How many members there are.</summary>
    public int Count => Users.Count;

    /// <summary>The part of all users, a fraction; null where there are none.</summary>
    public double? Share => Of.Count > 0 ? (double)Count / Of.Count : null;

    /// <summary>The members as a list of people, those with the highest value of a feature first.</summary>
    /// <param name="ids">How people are named in the list.</param>
    /// <param name="by">The feature, a number, by which they are ordered; it is the first column.</param>
    /// <param name="columns">Further features to show beside it.</param>
    /// <exception cref="UserOpsException">There is no such feature, or the first is not a number.</exception>
    public PeopleList People(ListIds ids, string by, params IReadOnlyList<string> columns)
    {
        double[] order = Users.Known(by).Numbers(by);
        int[] rows = [.. Enumerable.Range(0, Count).OrderByDescending(row => double.IsNaN(order[row]) ? double.NegativeInfinity : order[row])];
        return new() { Title = Name, Rule = Rule.ToString(), Ids = ids, Users = Users.Rows(rows).Select([by, .. columns]) };
    }

    /// <summary>The medians of all numbers (shares of yes for flags) for members and for everyone.</summary>
    public override Table ToTable() => new(
        $"Audience: {Name}",
        [new("Feature", Format.Text), new("What it is", Format.Text), new("Members", Format.Text), new("All users", Format.Text)],
        SmallGroups.IsSmall(Count) ? [] : Users.Features.Where(feature => Users.Columns.Get<Column>(feature.Name) is not TextColumn)
            .Select(feature => (object?[])[feature.Name, feature.Meaning, Middle(Users, feature), Middle(Of, feature)]),
        $"n = {(SmallGroups.IsSmall(Count) ? $"fewer than {SmallGroups.Least}" : Caption.Count(Count))} of {Caption.Count(Of.Count)} users · {Rule} · "
        + "medians of those who have a value, share of yes for flags");

    private static string Middle(FeatureTable users, Feature feature)
    {
        double[] known = [.. users.Numbers(feature.Name).Where(double.IsFinite)];
        return known.Length == 0 ? "" : users.Columns.Get<Column>(feature.Name) is FlagColumn
            ? Format.Percent().Write(known.Average())
            : feature.Format.Write(Statistics.SampleMedian.Of(known)!.Value.Median);
    }
}
