using UserOps.Data;
using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments.Levels;

/// <summary>How many users are in each level at a date: every known user in exactly one.</summary>
/// <typeparam name="TLevel"><see cref="UserLevel"/> or <see cref="LifecycleStage"/>.</typeparam>
public sealed record LevelResult<TLevel> : AnalysisResult where TLevel : struct, Enum
{
    private readonly UserIndex _users;
    private readonly LevelScheme<TLevel> _scheme;

    internal LevelResult(UserIndex users, LevelScheme<TLevel> scheme, IReadOnlyList<TLevel?> byUser)
    {
        (_users, _scheme, ByUser) = (users, scheme, byUser);
        int[] counts = new int[scheme.Levels.Count];
        foreach (var level in byUser)
            if (level is { } known)
                counts[LevelScheme<TLevel>.Index(known)]++;
        Counts = counts;
    }

    /// <summary>The day at whose end levels are told.</summary>
    public required DateOnly At { get; init; }

    /// <summary>The level of each user by number; null for users not known yet.</summary>
    public IReadOnlyList<TLevel?> ByUser { get; }

    /// <summary>Users in each level, in the order of the enumeration.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Orders so far of the users in each level.</summary>
    public required IReadOnlyList<long> Orders { get; init; }

    /// <summary>Revenue after refunds so far of the users in each level.</summary>
    public required IReadOnlyList<double> Revenue { get; init; }

    /// <summary>Whether the export has orders; without them revenue is blank.</summary>
    public required bool HasOrders { get; init; }

    /// <summary>Users in a level.</summary>
    public int this[TLevel level] => Counts[LevelScheme<TLevel>.Index(level)];

    /// <summary>The level of a user; null for one not known yet at the date.</summary>
    /// <exception cref="UserOpsException">No user has the id.</exception>
    public TLevel? Of(string id) => _users.Find(id) is var user and >= 0 ? ByUser[user] : throw new UserOpsException($"No user has the id '{id}'.");

    /// <summary>The level of a user; null for one not known yet at the date or not at all.</summary>
    public TLevel? Find(string id) => _users.Find(id) is var user and >= 0 ? ByUser[user] : null;

    /// <inheritdoc/>
    public override Table ToTable()
    {
        int total = Counts.Sum();
        double revenue = Revenue.Sum();
        bool[] hidden = SmallGroups.Hidden(Counts);
        return new(
            $"{_scheme.Title} at {Format.Date.Write(At)}",
            [
                new("Level", Format.Text), new("Who", Format.Text), new("Users", Format.Count), new("of all", Format.Percent()),
                new("Orders", Format.Count), new("Revenue", Format.Money(digits: 0)), new("of revenue", Format.Percent()),
            ],
            _scheme.Levels.Select((level, i) => hidden[i]
                ? (object?[])[level.Name, level.Rule, SmallGroups.Show(Counts[i], true), null, null, null, null]
                : [level.Name, level.Rule, Counts[i], (double)Counts[i] / total, Orders[i], HasOrders ? Revenue[i] : null, HasOrders && revenue > 0 ? Revenue[i] / revenue : null]),
            $"n = {Caption.Count(total)} known users · end of {Format.Date.Write(At)} · {What} · "
            + "silence: since the last activity, order or sign-up · each user in the first level that fits");
    }

    /// <inheritdoc/>
    public override Chart ToChart()
    {
        bool[] hidden = SmallGroups.Hidden(Counts);
        return new BarChart(
            $"{_scheme.Title} at {Format.Date.Write(At)}", [.. _scheme.Levels.Select(level => level.Name)], new("Level", Format.Text), new("Users", Format.Count),
            [new("Users", [.. Counts.Select((count, i) => hidden[i] ? double.NaN : count)])])
        { Subtitle = $"n = {Caption.Count(Counts.Sum())} known users" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => SmallGroups.Hidden(Counts).Contains(true) ? [SmallGroups.Note] : [];

    private string What => _scheme.KeyEvents.Count == 0 ? "orders with an amount" : $"events that stand for orders: {string.Join(", ", _scheme.KeyEvents)}";
}
