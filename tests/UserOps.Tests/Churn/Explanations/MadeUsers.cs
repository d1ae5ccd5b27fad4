using UserOps.Data;
using UserOps.Features;

namespace UserOps.Tests.Churn.Explanations;

/// <summary>A small table of users and models over it that can be reckoned by hand.</summary>
internal static class MadeUsers
{
    /// <summary>Six users with a number, a flag and a word.</summary>
    public static FeatureTable Six() => FeatureTable.From(
        new("made",
        [
            TextColumn.From("id", ["a", "b", "c", "d", "e", "f"]),
            new NumberColumn("days", [1, 2, 3, 4, 5, 9]),
            new FlagColumn("ordered", [1, 0, 1, 0, 0, 1]),
            TextColumn.From("city", ["north", "south", "north", "north", "south", null]),
        ]), "id");

    /// <summary>0.05 · days + 0.1 · ordered + 0.2 where the city is south.</summary>
    public static double[] Sum(FeatureTable table) => Each(table, (days, ordered, city) => 0.05 * days + 0.1 * ordered + (city == "south" ? 0.2 : 0));

    /// <summary>A product, so that what a feature adds hangs on the others.</summary>
    public static double[] Product(FeatureTable table) => Each(table, (days, ordered, city) => days / 10 * (1 + ordered) / 2 * (city == "south" ? 1 : 0.5));

    private static double[] Each(FeatureTable table, Func<double, double, string?, double> score)
    {
        double[] days = table.Numbers("days"), ordered = table.Numbers("ordered");
        var city = table.Columns.Get<TextColumn>("city");
        return [.. Enumerable.Range(0, table.Count).Select(row => score(days[row], ordered[row], city[row]))];
    }
}
