using UserOps.Budget;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Budget;

public class BudgetRenderingTests
{
    private static readonly BudgetDefinition Weekly = new() { Outcome = "revenue", Currency = "¥", Step = 10 };

    private static BudgetChannel Channel(string name, double current, double most, double half, double doubt) => new(name, current, new(most, new Saturation.Hill(half, 1.5)))
    {
        Draws = [.. Enumerable.Range(-20, 41).Select(i => new ResponseCurve(most * Math.Exp(doubt * i), new Saturation.Hill(half, 1.5)))],
    };

    private static readonly BudgetChannel[] Sure = [Channel("tv", 100, 400, 90, 0.004), Channel("search", 60, 900, 80, 0.006), Channel("social", 40, 60, 100, 0.001)];

    [Fact]
    public void The_plan_reads_as_approved() => Golden.Matches(Sure.Allocate(Weekly).ToString(), "plan.txt");

    [Fact]
    public void Scenarios_read_as_approved() => Golden.Matches(Sure.Scenarios(Weekly, targets: [3.2, 6]).ToString(), "scenarios.txt");

    [Fact]
    public void A_gain_that_may_be_a_loss_is_held_back()
    {
        BudgetChannel[] unsure = [Channel("tv", 100, 400, 90, 0.1), Channel("search", 60, 420, 80, -0.1)];
        Assert.StartsWith("Hold, and test first", unsure.Allocate(Weekly).Decision, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_division_stays_as_it_is()
    {
        BudgetChannel[] equal = [Channel("a", 50, 400, 90, 0.1), Channel("b", 50, 400, 90, 0.1)];
        var plan = equal.Allocate(Weekly);
        Assert.StartsWith("Leave the division as it is", plan.Decision, StringComparison.Ordinal);
        Assert.InRange(plan.CurrentKktResidual, 0, 1e-12);
    }

    [Fact]
    public void Every_answer_has_text_HTML_a_frame_and_a_picture() => Assert.All((AnalysisResult[])[Sure.Allocate(Weekly), Sure.Scenarios(Weekly)], result =>
    {
        Assert.Contains("<table", result.Render()[MimeBundle.Html], StringComparison.Ordinal);
        Assert.Equal(result.ToTable().Rows.Count, (int)result.ToDataFrame().Rows.Count);
        Assert.Contains("<svg", result.ToChart()!.ToSvg(), StringComparison.Ordinal);
    });
}
