using CsCheck;
using UserOps.Data;

namespace UserOps.Tests.Features;

internal sealed record ShopEvent(int User, int Kind, int Minute, int Platform);

internal sealed record ShopLine(int User, int Order, int Minute, double Amount, double Refund, int? RefundedAt, int? PaidAt, bool Cancelled, int Category);

internal sealed record ShopTouch(int User, int Minute, int Outcome);

internal sealed record ShopSpan(int User, int Tier, int From, int? To);

internal sealed record ShopUser(int User, int Signup, int Channel, int Region);

/// <summary>A random export of up to eight users over sixty days in which everything that may be written later is: what an export of an earlier day
/// would have held is written down here once more, apart from the library.</summary>
internal sealed record RandomShop(ShopUser[] Users, ShopEvent[] Events, ShopLine[] Lines, ShopTouch[] Touches, ShopSpan[] Spans)
{
    public const int Days = 60;
    private const int End = Days * 1440 - 1;
    private static readonly string[] Kinds = ["visit", "cart", "share"], Platforms = ["ios", "android"], Outcomes = ["sent", "opened", "unsubscribed"];
    private static readonly string[] Tiers = ["basic", "gold"], Categories = ["tea", "coffee", "pet"], Channels = ["search", "social"], Regions = ["north", "south"];

    private static readonly Gen<int> Who = Gen.Int[0, 7], When = Gen.Int[0, End];

    private static readonly Gen<int?> Later = Gen.Int[-End, End].Select(minute => minute < 0 ? (int?)null : minute);

    private static readonly Gen<ShopLine> Line =
        from user in Who
        from order in Gen.Int[0, 4]
        from at in When
        from amount in Gen.Int[-20, 100]
        from refund in Gen.Int[0, 30]
        from refunded in Later
        from paid in Later
        from cancelled in Gen.Bool
        from category in Gen.Int[-1, 2]
        select new ShopLine(user, order, at, amount, refund, refunded, paid, cancelled, category);

    private static Gen<ShopUser[]> People { get; } = Gen.Select(When, Gen.Int[-1, 1], Gen.Int[0, 1], (signup, channel, region) => (signup, channel, region))
        .Array[8].Select(people => people.Select((one, user) => new ShopUser(user, one.signup, one.channel, one.region)).ToArray());

    public static Gen<RandomShop> Random { get; } = Gen.Select(
        People,
        Gen.Select(Who, Gen.Int[0, 2], When, Gen.Int[-1, 1], (user, kind, minute, platform) => new ShopEvent(user, kind, minute, platform)).Array[1, 60],
        Line.Array[0, 30],
        Gen.Select(Who, When, Gen.Int[0, 2], (user, minute, outcome) => new ShopTouch(user, minute, outcome)).Array[0, 20],
        Gen.Select(Who, Gen.Int[0, 1], When, Later, (user, tier, from, to) => new ShopSpan(user, tier, from, to)).Array[0, 12],
        (users, events, lines, touches, spans) => new RandomShop(users, [.. Weekly.Select(minute => new ShopEvent(0, 0, minute, 0)), .. events], [.. Weekly.Select(Plain), .. lines], touches, spans));

    /// <summary>One user comes and buys every week, so that no cut-off lies far from the data.</summary>
    private static IEnumerable<int> Weekly => Enumerable.Range(0, 9).Select(week => week * 7 * 1440);

    private static ShopLine Plain(int minute) => new(0, 9 + minute, minute, 1, 0, null, minute, false, 0);

    /// <summary>What an export written at the start of a day would have held.</summary>
    public RandomShop KnownBefore(int day)
    {
        int cut = day * 1440;
        return new(
            [.. Users.Where(user => user.Signup < cut).Select(user => user with { Region = 1 - user.Region })],
            [.. Events.Where(e => e.Minute < cut)],
            [.. Lines.Where(line => line.Minute < cut).Select(line => line with
            {
                Refund = line.RefundedAt < cut ? line.Refund : 0,
                RefundedAt = line.RefundedAt < cut ? line.RefundedAt : null,
                PaidAt = line.PaidAt < cut ? line.PaidAt : null,
                Cancelled = false,
            })],
            [.. Touches.Where(touch => touch.Minute < cut).Select(touch => touch.Minute > cut - 3 * 1440 ? touch with { Outcome = 0 } : touch)],
            [.. Spans.Where(span => span.From < cut).Select(span => span with { To = span.To < cut ? span.To : null })]);
    }

    public Dataset ToDataset(bool withEvents = true)
    {
        var tables = new Dictionary<TableKind, TypedTable>
        {
            [TableKind.Users] = new("users", [Ids(Users.Select(user => user.User)), Times("signup_at", Users.Select(user => (int?)user.Signup)),
                Words("channel", Users.Select(user => user.Channel), Channels), Words("region", Users.Select(user => user.Region), Regions)]),
            [TableKind.Orders] = OrderTable(),
            [TableKind.Touches] = new("touches", [Ids(Touches.Select(touch => touch.User)), Times("at", Touches.Select(touch => (int?)touch.Minute)),
                Words("outcome", Touches.Select(touch => touch.Outcome), Outcomes)]),
            [TableKind.Memberships] = new("memberships", [Ids(Spans.Select(span => span.User)), Words("tier", Spans.Select(span => span.Tier), Tiers),
                Times("from", Spans.Select(span => (int?)span.From)), Times("to", Spans.Select(span => span.To))]),
        };
        if (withEvents)
            tables[TableKind.Events] = new("events", [Ids(Events.Select(e => e.User)), Words("event", Events.Select(e => e.Kind), Kinds),
                Times("at", Events.Select(e => (int?)e.Minute)), Words("platform", Events.Select(e => e.Platform), Platforms)]);
        return Dataset.FromTables(tables);
    }

    private TypedTable OrderTable() => new("orders",
    [
        Ids(Lines.Select(line => line.User)),
        Times("at", Lines.Select(line => (int?)line.Minute)),
        new NumberColumn("amount", [.. Lines.Select(line => line.Amount)]),
        TextColumn.From("order_id", Lines.Select(line => $"{line.User}-{line.Order}")),
        new NumberColumn("refund_amount", [.. Lines.Select(line => line.Refund)]),
        Times("refunded_at", Lines.Select(line => line.RefundedAt)),
        Times("paid_at", Lines.Select(line => line.PaidAt)),
        TextColumn.From("status", Lines.Select(line => line.Cancelled ? "cancelled" : "paid")),
        Words("category", Lines.Select(line => line.Category), Categories),
        new NumberColumn("discount", [.. Lines.Select(line => line.Amount / 8)]),
    ]);

    private static TextColumn Ids(IEnumerable<int> users) => TextColumn.From("user_id", users.Select(user => $"u{user}"));

    private static TextColumn Words(string name, IEnumerable<int> codes, string[] words) => TextColumn.From(name, codes.Select(code => code < 0 ? null : words[code]));

    private static TimeColumn Times(string name, IEnumerable<int?> minutes) =>
        new(name, [.. minutes.Select(minute => minute is { } known ? Journeys.Monday.ToDateTime(default).AddMinutes(known).Ticks : TimeColumn.Missing)]);
}
