using UserOps.Data;
using UserOps.Features;

namespace UserOps.Segments.Trees;

/// <summary>What segments shall differ in.</summary>
public abstract record SegmentTarget
{
    private SegmentTarget() { }

    /// <summary>Whether the target is yes or no, so that segments differ in a rate; else they differ in a mean.</summary>
    public abstract bool IsRate(FeatureTable users);

    /// <summary>What is counted or averaged, in words.</summary>
    public abstract string Describe();

    internal virtual int? Days => null;

    /// <summary>The target of each user, NaN where unknown.</summary>
    internal abstract double[] Values(Dataset? data, FeatureTable users);

    /// <summary>Whether users place a paid order in the days after the cut-off.</summary>
    /// <param name="Length">How many days, 1 or more.</param>
    public sealed record Buys(int Length = 30) : SegmentTarget
    {
        /// <inheritdoc/>
        public override bool IsRate(FeatureTable users) => true;

        /// <inheritdoc/>
        public override string Describe() => $"buy within {Length} days";

        internal override int? Days => Length;

        internal override double[] Values(Dataset? data, FeatureTable users) => OrdersAfter(data!, users, Length, order => order.Amount > 0 ? 1 : 0, most: 1);
    }

    /// <summary>What users spend in the days after the cut-off, after refunds, in the currency of the export.</summary>
    /// <param name="Length">How many days, 1 or more.</param>
    public sealed record NetRevenue(int Length = 30) : SegmentTarget
    {
        /// <inheritdoc/>
        public override bool IsRate(FeatureTable users) => false;

        /// <inheritdoc/>
        public override string Describe() => $"net revenue in {Length} days";

        internal override int? Days => Length;

        internal override double[] Values(Dataset? data, FeatureTable users) => OrdersAfter(data!, users, Length, order => order.Net, most: double.PositiveInfinity);
    }

    /// <summary>Whether users do nothing at all in the days after the cut-off.</summary>
    /// <param name="Length">How many days, 1 or more.</param>
    public sealed record Inactive(int Length = 30) : SegmentTarget
    {
        /// <inheritdoc/>
        public override bool IsRate(FeatureTable users) => true;

        /// <inheritdoc/>
        public override string Describe() => $"inactive for {Length} days";

        internal override int? Days => Length;

        internal override double[] Values(Dataset? data, FeatureTable users)
        {
            (long from, long to) = Window(data!, users, Length);
            var after = data!.Activity.Between(from, to);
            return [.. users.Ids.Select(id => after[data.Users.Find(id)].IsEmpty ? 1.0 : 0)];
        }
    }

    /// <summary>A column of the table itself, a flag or a number; it serves as target only.</summary>
    /// <param name="Name">The name of the column.</param>
    public sealed record Column(string Name) : SegmentTarget
    {
        /// <inheritdoc/>
        public override bool IsRate(FeatureTable users) => users.Columns.TryGet<FlagColumn>(Name, out _);

        /// <inheritdoc/>
        public override string Describe() => Name;

        internal override double[] Values(Dataset? data, FeatureTable users) => users.Numbers(Name);
    }

    private static double[] OrdersAfter(Dataset data, FeatureTable users, int days, Func<Order, double> value, double most)
    {
        (long from, long to) = Window(data, users, days);
        var after = data.Orders.Between(from, to);
        return [.. users.Ids.Select(id => Math.Min(most, Sum(after[data.Users.Find(id)])))];

        double Sum(ReadOnlySpan<Order> orders)
        {
            double sum = 0;
            foreach (var order in orders)
                sum += value(order);
            return sum;
        }
    }

    private static (long From, long To) Window(Dataset data, FeatureTable users, int days) =>
        (users.CutOff!.Value.Ticks, data.Calendar.StartOf(users.Definition!.CutOff!.Value.AddDays(days).DayNumber));
}
