using UserOps.Data;
using UserOps.Funnels;

namespace UserOps.Tests.Funnels;

public class FunnelRefusalTests
{
    private static readonly Dataset Data = Journeys.Of("A@0 B@1 C@2");

    private static string Refusal(FunnelDefinition definition) => Assert.Throws<UserOpsException>(() => Data.Funnel(definition)).Message;

    [Fact]
    public void An_unknown_event_is_refused_with_the_names_there_are() =>
        Assert.Equal("No event is named 'pay'. The events are: A, B, C.", Refusal(Journeys.Funnel("A", "pay")));

    [Fact]
    public void A_funnel_needs_steps() => Assert.Contains("0 steps", Refusal(Journeys.Funnel()), StringComparison.Ordinal);

    [Fact]
    public void A_window_must_be_longer_than_zero() =>
        Assert.Contains("longer than zero", Refusal(Journeys.Funnel("A", "B").Within(0)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void An_exclusion_lies_between_two_steps(int after, int before) =>
        Assert.Contains("exclusion", Refusal(Journeys.Funnel("A", "B") with { Exclusions = [new("C") { After = after, Before = before }] }), StringComparison.Ordinal);

    [Fact]
    public void An_event_is_not_step_and_exclusion_at_once() =>
        Assert.Contains("at once", Refusal(Journeys.Funnel("A", "B") with { Exclusions = [new("B")] }), StringComparison.Ordinal);

    [Fact]
    public void In_any_order_steps_do_not_overlap() =>
        Assert.Contains("overlap", Refusal(new() { Steps = [new FunnelStep("A", "B"), "A"], Order = FunnelOrder.AnyOrder }), StringComparison.Ordinal);

    [Fact]
    public void A_funnel_that_nobody_enters_is_refused() =>
        Assert.Throws<InsufficientDataException>(() => Data.Funnel(Journeys.Funnel("C", "A") with { Period = new(new(2023, 1, 1), new(2023, 2, 1)) }));
}
