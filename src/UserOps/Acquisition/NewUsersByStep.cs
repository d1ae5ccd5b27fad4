using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Acquisition;

/// <summary>New users by channel over time.</summary>
public sealed record NewUsersByStep : AnalysisResult
{
    internal NewUsersByStep() { }

    /// <summary>The result that the figures are from.</summary>
    public required AcquisitionResult Of { get; init; }

    /// <summary>The first day of each step.</summary>
    public IReadOnlyList<DateOnly> Steps =>
        [.. Enumerable.Range(0, Of.Total.NewUsers.Count).Select(i => DateOnly.FromDayNumber(Of.Calendar.FirstDayOf(Of.FirstStep + i, Of.Definition.Grain)))];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"New users by {Step}",
        [new(Of.Definition.Grain.ToString(), Format.Date), .. Of.Channels.Append(Of.Total).Select(channel => new TableColumn(channel.Name, Format.Count))],
        Steps.Select((start, i) => (object?[])[start, .. Of.Channels.Append(Of.Total).Select(channel => (object?)channel.NewUsers[i])]),
        Caption.Of(Of.Total.Users, "new users", Of.Period, Of.Calendar, Of.NewMeans, $"the first and last {Step} may be cut by the period"));

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        $"New users by {Step} and channel",
        [.. Steps.Select(start => Format.Date.Write(start))],
        new($"First day of the {Step}", Format.Text),
        new("New users", Format.Count),
        [.. Of.Channels.Select(channel => new Series(channel.Name, [.. channel.NewUsers.Select(users => (double)users)]))])
    { Stacked = true, Subtitle = $"n = {Caption.Count(Of.Total.Users)} new users" };

    private string Step => Of.Definition.Grain.ToString().ToLowerInvariant();
}
