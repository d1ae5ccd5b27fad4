using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Time;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>Cumulative net revenue per user: a row a cohort, a column an age; the parts give it over all cohorts and by channel.</summary>
public sealed record CohortValueResult : AnalysisResult
{
    internal CohortValueResult() { }

    /// <summary>What was asked.</summary>
    public required CohortValueDefinition Definition { get; init; }

    /// <summary>The days in which the lives begin.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The property that names the channel; null where the export has none.</summary>
    public required Breakdown? ChannelProperty { get; init; }

    /// <summary>The ages in days, one a column.</summary>
    public required IReadOnlyList<int> Ages { get; init; }

    /// <summary>The cohorts in order.</summary>
    public required IReadOnlyList<CohortValue> Cohorts { get; init; }

    /// <summary>The value curve over all cohorts.</summary>
    public required ValueCurve Curve { get; init; }

    /// <summary>The value curves of the channels, the largest first.</summary>
    public required IReadOnlyList<ChannelCurve> Channels { get; init; }

    /// <summary>Whether the export says when users signed up.</summary>
    public required bool HasSignups { get; init; }

    /// <summary>What comparisons of the value at an age between runs need.</summary>
    internal Func<int, MetricEvidence?>? Evidence { get; init; }

    /// <summary>The curve over all cohorts as a result of its own.</summary>
    public ValueCurves Overall => new() { Of = this, Title = "Value of a user by age", Lines = [new("All users", Curve)] };

    /// <summary>The comparison of the channels; null where the export names fewer than two.</summary>
    public ValueCurves? ByChannel => Channels.Count < 2 ? null : new ValueCurves { Of = this, Title = "Value of a user by age and channel", Lines = Channels };

    /// <summary>The value of a user at an age over all cohorts, with its interval; blank where nobody was watched so long.</summary>
    /// <param name="ageDays">Days since the life began, 0 or more.</param>
    public Figure ValueAt(int ageDays) => ValueAt($"Value of a user in {ageDays} days", Curve, ageDays) with { Evidence = () => Evidence?.Invoke(ageDays) };

    /// <summary>The value of each channel's users at an age, with its interval; channels of which nobody was watched so long are left out.</summary>
    /// <param name="ageDays">Days since the life began, 0 or more.</param>
    public IReadOnlyList<Figure> ChannelsAt(int ageDays) =>
        [.. Channels.Where(channel => channel.Curve.At(ageDays) is not null).Select(channel => ValueAt(channel.Name, channel.Curve, ageDays))];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => ByChannel is { } channels ? [Overall, channels] : [Overall];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Net revenue per user by {Step} cohort and age",
        [new("Cohort", Format.Text), new("Users", Format.Count), .. Ages.Select(age => new TableColumn(Label(age), Format.Money()))],
        [
            .. Cohorts.Select(cohort => (object?[])[Name(cohort), cohort.Users, .. cohort.Cells.Select(cell => (object?)cell?.Mean)]),
            ["All cohorts", Curve.Users, .. Ages.Select(age => (object?)Curve.At(age)?.Value)],
        ],
        Describe("all cohorts: mean of each day of life over those watched through it, added up"));

    /// <inheritdoc/>
    public override Chart ToChart() => new HeatMap(
        $"Net revenue per user by {Step} cohort and age",
        [.. Cohorts.Select(Name)],
        [.. Ages.Select(Label)],
        new($"Cohort (first day of the {Step})", Format.Text),
        new("Days after the start", Format.Text),
        [.. Cohorts.Select(cohort => (IReadOnlyList<double>)[.. cohort.Cells.Select(cell => cell?.Mean ?? double.NaN)])],
        Format.Money("", 0))
    { Subtitle = $"n = {Caption.Count(Curve.Users)} users · {Words}" };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Cohorts.Any(cohort => cohort.Cells.Contains(null)) ? (string[])["Blank: not every user of the cohort has reached that age."] : [],
        .. HasSignups || Definition.Start == LifeStart.FirstOrder
            ? (string[])[] : ["The export has no sign-up: a life begins at the first event or order, so only those who did something are counted as users."],
        "A refund counts on the day of its order.",
    ];

    internal string Describe(string more) => Caption.Of(Curve.Users, "users", Period, Calendar, Words, "net revenue: after refunds, cumulative", more);

    private static Figure ValueAt(string name, ValueCurve curve, int age) =>
        new(name, curve.At(age)?.Value, Format.Money(), $"net revenue per user in the first {age} × 24 h") { N = curve.At(age)?.Users, Interval = curve.At(age)?.Interval };

    private string Words => Definition.Start == LifeStart.FirstOrder ? "age: 24-hour days since the first order"
        : HasSignups ? "age: 24-hour days since sign-up, else first event" : "age: 24-hour days since the first event";

    private string Step => Definition.Grain.ToString().ToLowerInvariant();

    private static string Name(CohortValue cohort) => Format.Date.Write(cohort.Start);

    private static string Label(int age) => $"{age} d";
}
