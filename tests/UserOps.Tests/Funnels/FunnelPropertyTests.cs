using CsCheck;
using UserOps.Data;
using UserOps.Funnels;
using UserOps.Time;

namespace UserOps.Tests.Funnels;

public class FunnelPropertyTests
{
    private static readonly Period Day = new(new(2024, 1, 1), new(2024, 1, 2));

    private static readonly string[] Names = ["A", "B", "C", "x"];

    // Few names and few moments within half an hour around midnight: ties, repeats and late steps are common.
    private static readonly Gen<(string Name, long Ticks)[]> Journey =
        Gen.Select(Gen.Int[0, 3].Select(i => Names[i]), Gen.Int[1425, 1455], (name, minute) => (name, Journeys.Start.AddMinutes(minute).Ticks)).Array[1, 10];

    private static readonly Gen<FunnelDefinition> Definition = Gen.Select(
        Gen.Int[0, 2].Select(i => Names[i]).Array[1, 4], Gen.Enum<FunnelOrder>(), Gen.Int[1, 40], Gen.Int[0, 12], Gen.Bool,
        (steps, order, window, within, exclude) => new FunnelDefinition
        {
            Steps = [.. steps.Select((step, i) => new FunnelStep(step)
            {
                Within = order != FunnelOrder.AnyOrder && i > 0 && within > 0 ? TimeSpan.FromMinutes(within) : null,
            })],
            Order = order,
            Window = window > 35 ? null : TimeSpan.FromMinutes(window),
            Exclusions = exclude && steps.Length > 1 ? [new("x") { Before = order == FunnelOrder.AnyOrder ? null : 2 }] : [],
            Period = Day,
        });

    // A second user makes every name known and enters for certain.
    private static Dataset Data((string Name, long Ticks)[] journey) => Dataset.From(events:
    [
        .. journey.Select(e => new EventRow("u", e.Name, new(e.Ticks, DateTimeKind.Utc))),
        .. new[] { "x", "A", "B", "C", "A", "B", "C", "x" }.Select(name => new EventRow("v", name, Journeys.Start)),
    ]);

    private static int Depth(FunnelDefinition definition, (string Name, long Ticks)[] journey) => Data(journey).Funnel(definition).Journeys.DepthOf(0);

    private static IReadOnlyList<(string, long)> Seen(FunnelDefinition definition, (string Name, long Ticks)[] journey) =>
        [.. journey.OrderBy(e => e.Ticks).Where(e => definition.Window is not null || e.Ticks < Day.End.ToDateTime(default).Ticks)];

    [Fact]
    public void Best_path_finds_what_trying_every_choice_of_events_finds() =>
        Check.Sample(Gen.Select(Definition, Journey), (definition, journey) => Assert.Equal(
            FunnelReference.Depth(definition, Seen(definition, journey), Day.End.ToDateTime(default).Ticks), Depth(definition, journey)), iter: 20_000);

    [Fact]
    public void Best_path_gets_at_least_as_far_as_first_entry() =>
        Check.Sample(Gen.Select(Definition, Journey), (definition, journey) =>
            Assert.True(Depth(definition, journey) >= Depth(definition with { Entry = FunnelEntry.FirstEntry }, journey)), iter: 10_000);

    [Fact]
    public void A_longer_window_never_loses_a_user() =>
        Check.Sample(Gen.Select(Definition, Journey, Gen.Enum<FunnelEntry>()), (definition, journey, entry) =>
        {
            var wider = definition with { Entry = entry, Window = definition.Window is { } window ? window + TimeSpan.FromMinutes(5) : TimeSpan.FromDays(2) };
            Assert.True(Depth(wider, journey) >= Depth(definition with { Entry = entry }, journey));
        }, iter: 10_000);

    [Fact]
    public void Steps_lose_users_and_times_never_run_back() =>
        Check.Sample(Gen.Select(Definition, Journey, Gen.Enum<FunnelEntry>()), (definition, journey, entry) =>
        {
            var result = Data(journey).Funnel(definition with { Entry = entry });
            Assert.Equal(result.Counts().OrderDescending(), result.Counts());
            var times = Enumerable.Range(1, result.Journeys.DepthOf(0)).Select(step => result.Journeys.TimeOf(0, step)!.Value).ToArray();
            Assert.Equal(times.Order(), times);
            Assert.True(times.Length == 0 || definition.Window is not { } window || times[^1] - times[0] <= window);
            Assert.True(times.Length == 0 || DateOnly.FromDateTime(times[0]) < Day.End);
        }, iter: 10_000);
}
