using UserOps.Budget;
using UserOps.Data;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Budget;

public class MixRenderingTests
{
    private static readonly Lazy<MixResult> Mix = new(() => SimulatedMix.Make(156, 4).Table.Mix(SimulatedMix.Definition(20) with { HoldOut = 26 }));

    [Fact]
    public void What_channels_brought_reads_as_approved() => Golden.Matches(Mix.Value.ToString(), "mix.txt");

    [Fact]
    public void What_new_users_bring_reads_as_approved() =>
        Golden.Matches(Dataset.Open(Path.Combine(Repository.Root, "data-samples", "shop"), cancellation: TestContext.Current.CancellationToken).ChannelReturns().ToString(), "returns.txt");

    [Fact]
    public void Every_answer_has_text_HTML_a_frame_and_a_picture() => Assert.All((AnalysisResult[])[Mix.Value, .. Mix.Value.Parts], result =>
    {
        Assert.Contains("<table", result.Render()[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Equal(result.ToTable().Rows.Count, (int)result.ToDataFrame().Rows.Count);
        Assert.Contains("<svg", result.ToChart()!.ToSvg(), StringComparison.Ordinal);
    });

    [Fact]
    public void Its_metric_is_the_error_on_unseen_weeks_and_its_channels_can_be_planned_with()
    {
        Assert.Equal(("budget.holdout_error", 26), (Mix.Value.Error!.Name, Mix.Value.Error.N));
        var plan = Mix.Value.ForBudget().Allocate();
        Assert.Equal(Mix.Value.Channels.Sum(channel => channel.SpendByPeriod.TakeLast(52).Average()), plan.Spend, 1e-6);
        Assert.NotNull(plan.GainInterval);
    }
}
