using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments;

/// <summary>Groups of customers with size and revenue: every customer is in exactly one.</summary>
public sealed record SegmentSizes : AnalysisResult
{
    internal SegmentSizes() { }

    /// <summary>What the groups are.</summary>
    public required string Title { get; init; }

    /// <summary>The groups in the order of their definition, empty ones included.</summary>
    public required IReadOnlyList<SegmentFigures> Groups { get; init; }

    /// <summary>The small print: n, date, definition.</summary>
    public required string SmallPrint { get; init; }

    /// <summary>The group of this name.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public SegmentFigures this[string name] => Groups.FirstOrDefault(group => group.Name == name)
        ?? throw new UserOpsException($"No group is named '{name}'. There are: {string.Join(", ", Groups.Select(group => group.Name))}.");

    /// <inheritdoc/>
    public override Table ToTable()
    {
        bool[] hidden = Hidden;
        return new(
            Title,
            [
                new("Segment", Format.Text), new("Customers", Format.Count), new("of all", Format.Percent()), new("Orders", Format.Count), new("Revenue", Format.Money(digits: 0)),
                new("of revenue", Format.Percent()),
                new("Revenue per order", Format.Money()), new("Revenue per customer", Format.Money()), new("Median days since last order", Format.Number(0)),
            ],
            Groups.Select((group, i) => hidden[i]
                ? (object?[])[group.Name, SmallGroups.Show(group.Users, true), null, null, null, null, null, null, null]
                :
                [
                    group.Name, group.Users, group.ShareOfUsers, group.Orders, group.Revenue, group.ShareOfRevenue, group.AverageOrderValue, group.RevenuePerUser, group.MedianRecency,
                ]),
            SmallPrint);
    }

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        bool[] hidden = Hidden;
        return new BarChart(
            Title, [.. Groups.Select(group => group.Name)], new("Segment", Format.Text), new("Share of all", Format.Percent()),
            [
                new("Customers", [.. Groups.Select((group, i) => hidden[i] ? double.NaN : group.ShareOfUsers)]),
                new("Revenue", [.. Groups.Select((group, i) => hidden[i] ? double.NaN : group.ShareOfRevenue ?? double.NaN)]),
            ])
        { Horizontal = true, Subtitle = $"n = {Caption.Count(Groups.Sum(group => group.Users))} customers" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Hidden.Contains(true) ? [SmallGroups.Note] : [];

    private bool[] Hidden => SmallGroups.Hidden([.. Groups.Select(group => group.Users)]);
}
