using CsCheck;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Tests.Features;

public class FeatureLeakageTests
{
    private static readonly Gen<(RandomShop Shop, int Day)> Shops = Gen.Select(RandomShop.Random, Gen.Int[1, RandomShop.Days - 1]);

    private static FeatureDefinition At(int day) => new() { CutOff = Journeys.Monday.AddDays(day) };

    /// <summary>Every value with all its bits, or why there is none.</summary>
    private static string Bits(Func<FeatureTable> ask)
    {
        FeatureTable features;
        try
        {
            features = ask();
        }
        catch (InsufficientDataException refusal)
        {
            return refusal.Message;
        }
        return string.Join('\n', [string.Join(' ', features.Ids), string.Join(' ', features.Definition!.CountedEvents!), .. features.Columns.Columns.Select(Bits)]);
    }

    private static string Bits(Column column) => column.Name + ": " + string.Join(' ', column switch
    {
        NumberColumn number => number.Values.Select(value => double.IsNaN(value) ? "NaN" : BitConverter.DoubleToInt64Bits(value).ToString("x", null)),
        TextColumn text => [string.Join('|', text.Words), .. text.Codes.Select(code => $"{code}")],
        FlagColumn flag => flag.Flags.Select(value => $"{value}"),
        _ => throw new InvalidOperationException(column.GetType().Name),
    });

    [Fact]
    public void Features_of_the_full_export_equal_those_of_an_export_that_ends_at_the_cut_off() => Shops.Sample((shop, day) => Assert.Equal(
        Bits(() => shop.KnownBefore(day).ToDataset().Features(At(day))), Bits(() => shop.ToDataset().Features(At(day)))), iter: 500);

    [Fact]
    public void Without_events_too_no_later_line_payment_or_refund_shows() => Shops.Sample((shop, day) => Assert.Equal(
        Bits(() => shop.KnownBefore(day).ToDataset(withEvents: false).Features(At(day))), Bits(() => shop.ToDataset(withEvents: false).Features(At(day)))), iter: 200);

    [Fact]
    public void Only_those_active_in_the_window_are_described() => Shops.Sample((shop, day) =>
    {
        var definition = At(day) with { ActiveWithinDays = 5 };
        Assert.Equal(Bits(() => shop.KnownBefore(day).ToDataset().Features(definition)), Bits(() => shop.ToDataset().Features(definition)));
        string[] active = [.. shop.Events.Where(e => e.Minute >= (day - 5) * 1440 && e.Minute < day * 1440).Select(e => $"u{e.User}").Distinct().Order()];
        if (active.Length > 0)
            Assert.Equal(active, shop.ToDataset().Features(definition).Ids);
    }, iter: 200);

    [Fact]
    public void The_order_of_rows_and_of_users_changes_nothing() => Shops.Sample((shop, day) =>
    {
        // Equal moments keep their file order; everything else is free.
        var distinct = shop with { Events = [.. shop.Events.DistinctBy(e => (e.User, e.Minute))], Spans = [.. shop.Spans.DistinctBy(span => (span.User, span.From))] };
        distinct = distinct with { Lines = [.. distinct.Lines.DistinctBy(line => line.Order + 10 * line.User)] };
        var turned = distinct with { Users = [.. distinct.Users.Reverse()], Events = [.. distinct.Events.Reverse()], Lines = [.. distinct.Lines.Reverse()], Spans = [.. distinct.Spans.Reverse()] };
        Assert.Equal(Bits(() => distinct.ToDataset().Features(At(day))), Bits(() => turned.ToDataset().Features(At(day))));
    }, iter: 200);

    [Fact]
    public void Those_under_contract_are_the_same_whether_or_not_the_export_knows_how_contracts_ended() => Shops.Sample((shop, day) =>
    {
        var definition = At(day) with { UnderContract = true };
        Assert.Equal(Bits(() => shop.KnownBefore(day).ToDataset().Features(definition)), Bits(() => shop.ToDataset().Features(definition)));
    }, iter: 200);

    [Fact]
    public void No_feature_is_ever_infinite() => Shops.Sample((shop, day) =>
        Assert.All(shop.ToDataset().Features(At(day)).Columns.Columns.OfType<NumberColumn>(), column => Assert.DoesNotContain(column.Values, double.IsInfinity)), iter: 200);
}
