using UserOps.Data;
using UserOps.Display;
using UserOps.Funnels;
using UserOps.Samples;

namespace UserOps.Tests;

public class SectionTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_missing_table_leaves_a_named_blank_that_says_what_is_missing()
    {
        var section = Section.Of("Core path", () => Dataset.From(users: [new("a", Start)]).Funnel("visit"));
        Assert.False(section.IsAnswered);
        Assert.Contains("Core path: no answer from this export", section.ToString());
        Assert.Contains("needs a table of", section.ToString());
        Assert.Equal(new SectionState("Core path") { Missing = section.Missing }, SectionState.FromJson(section.Render()[MimeBundle.Section]!));
    }

    [Fact]
    public void An_answer_is_shown_as_it_is_and_gives_its_metrics()
    {
        List<MimeBundle> shown = [];
        using var sink = Output.RedirectTo(shown.Add);
        var section = Section.Of("Core path", () => Dataset.From(events: [new("a", "visit", Start)]).Funnel("visit"))
            .Report(funnel => new("core_path.entered", funnel.Entered, "users"))
            .Report(_ => null);
        Assert.Equal(section.Answer!.ToString(), section.ToString());
        Assert.Equal(new SectionState("Core path"), SectionState.FromJson(section.Render()[MimeBundle.Section]!));
        Assert.Contains("core_path.entered", Assert.Single(shown)[MimeBundle.Metric]);
    }

    [Fact]
    public void A_further_question_is_asked_of_an_answer_and_stays_blank_with_the_same_reason_without_one()
    {
        var answered = Section.Of("Core path", () => Dataset.From(events: [new("a", "visit", Start)]).Funnel("visit"));
        Assert.Same(answered.Answer, answered.Then("Again", funnel => funnel).Answer);
        var blank = Section.Of("Core path", () => Dataset.From(users: [new("a")]).Funnel("visit"));
        Assert.Equal(blank.Missing, blank.Then("Again", funnel => funnel).Missing);
        Assert.Contains("Again: no answer", blank.Then("Again", funnel => funnel).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truth_that_only_simulations_have_is_not_told_as_lacking()
    {
        var section = Section.Of("Planted truth", () => PlantedTruth.Beside(Path.GetTempPath(), "nothing"));
        Assert.Contains("simulated data only", section.ToString(), StringComparison.Ordinal);
        Assert.Null(section.Render()[MimeBundle.Section]);
    }

    [Fact]
    public void A_mistake_in_the_question_stays_an_error() =>
        Assert.Throws<UserOpsException>(() => Section.Of("Core path", () => Dataset.From(events: [new("a", "visit", Start)]).Funnel("vsit")));
}
