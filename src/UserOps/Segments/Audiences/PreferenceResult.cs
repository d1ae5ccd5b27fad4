using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Audiences;

/// <summary>The part that a category has in the spend of an audience and of everyone.</summary>
/// <param name="Name">The category.</param>
/// <param name="Buyers">Members who bought of it.</param>
/// <param name="Share">Its part of the audience's spend before refunds, a fraction.</param>
/// <param name="ShareOfAll">Its part of everyone's spend before refunds, a fraction.</param>
public sealed record Preference(string Name, int Buyers, double Share, double ShareOfAll)
{
    /// <summary>How many times as much of their money members spend on it as everyone does.</summary>
    public double Lift => Share / ShareOfAll;
}

/// <summary>What an audience likes to buy, the largest share of its spend first.</summary>
public sealed record PreferenceResult : AnalysisResult
{
    internal PreferenceResult() { }

    /// <summary>The name of the audience.</summary>
    public required string Audience { get; init; }

    /// <summary>The column of order lines.</summary>
    public required string Column { get; init; }

    /// <summary>Members who bought anything.</summary>
    public required int Buyers { get; init; }

    /// <summary>The categories.</summary>
    public required IReadOnlyList<Preference> Preferences { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        bool[] hidden = Hidden;
        return new(
            $"Purchase preference of '{Audience}' by {Column}",
            [
                new(Column, Format.Text), new("Buyers", Format.Count), new("of the audience's spend", Format.Percent()), new("of everyone's spend", Format.Percent()),
                new("Lift", Format.Number()),
            ],
            Preferences.Select((one, i) => hidden[i]
                ? (object?[])[one.Name, SmallGroups.Show(one.Buyers, true), null, one.ShareOfAll, null]
                : [one.Name, one.Buyers, one.Share, one.ShareOfAll, one.Lift]),
            $"n = {Caption.Count(Buyers)} buyers in the audience · spend before refunds · lift: share of the audience's spend ÷ share of everyone's");
    }

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        bool[] hidden = Hidden;
        return new BarChart(
            $"Purchase preference of '{Audience}' by {Column}", [.. Preferences.Select(one => one.Name)], new(Column, Format.Text), new("Share of spend", Format.Percent()),
            [
                new(Audience, [.. Preferences.Select((one, i) => hidden[i] ? double.NaN : one.Share)]),
                new("Everyone", [.. Preferences.Select(one => one.ShareOfAll)]),
            ])
        { Horizontal = true, Subtitle = $"n = {Caption.Count(Buyers)} buyers in the audience" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Hidden.Contains(true) ? [SmallGroups.Note] : [];

    private bool[] Hidden => SmallGroups.Hidden([.. Preferences.Select(one => one.Buyers)]);
}
