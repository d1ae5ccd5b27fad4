using System.Text.Json.Nodes;
using CsCheck;
using UserOps.Display;
using UserOps.Lessons;
using Check = UserOps.Lessons.Check;

namespace UserOps.Tests.Lessons;

public class CheckTests
{
    private const string HintText = "Divide by those whose day 7 has passed.";

    private static Question Rate(double expected = 0.125) => Check.Lesson().Question("q1", HintText, () => expected);

    [Fact]
    public void A_right_answer_is_told_with_what_to_remember_and_without_a_hint()
    {
        var result = Rate().Because("Young users are not lost.").Judge(0.125);
        Assert.Equal((CheckOutcome.Right, "Right. Young users are not lost.", null), (result.Outcome, result.Message, result.Hint));
    }

    [Fact]
    public void A_misconception_is_named_and_the_hint_follows()
    {
        var result = Rate().Mistake(() => 0.1, "You divided by all users.").Judge(0.1);
        Assert.Equal((CheckOutcome.Wrong, "Not yet. You divided by all users.", "Hint: " + HintText), (result.Outcome, result.Message, result.Hint));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_answer_is_not_answered_yet_and_has_no_hint(object? answer)
    {
        var result = Rate().Judge(answer);
        Assert.Equal((CheckOutcome.Unanswered, "Not answered yet.", null), (result.Outcome, result.Message, result.Hint));
    }

    [Fact]
    public void The_hint_comes_with_the_first_attempt_that_is_wrong() => Assert.Equal("Hint: " + HintText, Rate().Judge(0.3).Hint);

    [Theory]
    [InlineData(12.5, "per cent")]
    [InlineData(0.13, "rounded too far")]
    [InlineData(0.00125, "hundredth")]
    [InlineData(-0.125, "sign")]
    [InlineData(0.875, "share of the others")]
    [InlineData(double.NaN, "not a finite number")]
    [InlineData(double.PositiveInfinity, "not a finite number")]
    [InlineData(0.3, "another one")]
    public void Slips_that_happen_in_every_lesson_are_recognised_by_themselves(double answer, string word)
    {
        var result = Rate().Judge(answer);
        Assert.Equal(CheckOutcome.Wrong, result.Outcome);
        Assert.Contains(word, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_is_never_told() => Gen.Double[0.01, 0.99].Select(Gen.Double[-2, 200]).Sample((expected, answer) =>
    {
        var result = Rate(expected).Judge(answer);
        string digits = expected.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotContain(digits, result.Render()[MimeBundle.Html]!, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, result.ToString(), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("0.125", "A number, such as 0.25 or 1200, is expected; your answer is text.")]
    [InlineData(true, "A number, such as 0.25 or 1200, is expected; your answer is true or false.")]
    public void Another_kind_of_answer_is_told_what_is_expected(object answer, string message) => Assert.Equal("Not yet. " + message, Rate().Judge(answer).Message);

    [Fact]
    public void A_result_in_place_of_a_number_is_named_by_its_type() =>
        Assert.Contains("your answer is StringBuilder", Rate().Judge(new System.Text.StringBuilder()).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_may_be_off_by_half_a_per_cent_and_counts_not_at_all()
    {
        Assert.Equal(CheckOutcome.Right, Rate().Judge(0.1255).Outcome);
        Assert.Equal(CheckOutcome.Wrong, Rate().Judge(0.1257).Outcome);
        Assert.Equal(CheckOutcome.Right, Rate().Judge(0.125m).Outcome);
        var count = Check.Lesson().Question("n", "", () => 1000);
        Assert.Equal((CheckOutcome.Right, CheckOutcome.Right, CheckOutcome.Wrong), (count.Judge(1000L).Outcome, count.Judge(1000.0).Outcome, count.Judge(1001).Outcome));
        Assert.Equal(CheckOutcome.Right, Check.Lesson().Question("n", "", () => 1000).Within(1).Judge(1001).Outcome);
    }

    [Fact]
    public void A_misconception_that_leads_to_nearly_the_right_number_is_named_all_the_same()
    {
        var question = Rate().Mistake(() => 0.1251, "You took day 6.");
        Assert.Equal("Not yet. You took day 6.", question.Judge(0.1251).Message);
        Assert.Equal((CheckOutcome.Right, CheckOutcome.Right), (question.Judge(0.125).Outcome, question.Judge(0.1252).Outcome));
        Assert.Equal(CheckOutcome.Right, Rate().Mistake(() => 0.125, "the same by chance").Judge(0.125).Outcome);
    }

    [Theory]
    [InlineData("B")]
    [InlineData("b")]
    [InlineData("B. Keep them in the count of events")]
    [InlineData("b) keep them")]
    [InlineData("**B** Keep them")]
    [InlineData("(B)")]
    [InlineData("Ｂ：保留")]
    [InlineData("B保留在行为数里")]
    public void A_choice_is_known_by_its_letter(string answer) => Assert.Equal(CheckOutcome.Right, Choice().Judge(answer).Outcome);

    [Theory]
    [InlineData("A. Delete them", "Not yet. Then visits are missing.")]
    [InlineData("C", "Not yet. The answer is another one.")]
    [InlineData("Keep them", "Not yet. Answer with the letter of your choice.")]
    [InlineData("Better keep them", "Not yet. Answer with the letter of your choice.")]
    [InlineData("A or B", "Not yet. Answer with the letter of your choice.")]
    [InlineData("B, C", "Not yet. Answer with the letter of your choice.")]
    [InlineData("B/C", "Not yet. Answer with the letter of your choice.")]
    [InlineData("B C", "Not yet. Answer with the letter of your choice.")]
    [InlineData("B. C. D", "Not yet. Answer with the letter of your choice.")]
    [InlineData("B - C", "Not yet. Answer with the letter of your choice.")]
    [InlineData("A user buys", "Not yet. Answer with the letter of your choice.")]
    public void Another_choice_or_none_is_told(string answer, string message) => Assert.Equal(message, Choice().Judge(answer).Message);

    private static Question Choice() => Check.Lesson().Question("q", "", () => "B").Mistake("A", "Then visits are missing.");

    [Theory]
    [InlineData("Weibo ")]
    [InlineData("weibo")]
    [InlineData("ＷＥＩＢＯ")]
    public void Text_is_compared_without_case_space_and_width(string answer) =>
        Assert.Equal(CheckOutcome.Right, Check.Lesson().Question("q", "", () => "weibo").Judge(answer).Outcome);

    [Theory]
    [InlineData("Not yet. None of what you name belongs to the answer.", "C")]
    [InlineData("Not yet. All that you name belongs to the answer; something is missing.", "A")]
    [InlineData("Not yet. Not all that you name belongs to the answer, and something is missing.", "A", "B", "C")]
    [InlineData("Not yet. Not all that you name belongs to the answer; nothing is missing.", "A", "B", "C", "D")]
    [InlineData("Right.", "d", "A. Never", "b")]
    public void Sets_have_no_order_and_tell_what_is_wrong_without_how_many_belong(string message, params string[] answer) =>
        Assert.Equal(message, Check.Lesson().Question("q", "", () => new HashSet<string> { "A", "B", "D" }).Judge(answer).Message);

    [Fact]
    public void Sequences_have_an_order_and_tell_the_first_place_that_differs()
    {
        var question = Check.Lesson().Question("q", "", () => new[] { 0.5, 0.25, 0.1 });
        Assert.Equal(CheckOutcome.Right, question.Judge(new List<double> { 0.5, 0.25, 0.1 }).Outcome);
        Assert.Contains("differs is number 2", question.Judge(new[] { 0.5, 0.1, 0.25 }).Message, StringComparison.Ordinal);
        Assert.Equal("Not yet. Your list is too short.", question.Judge(new[] { 0.5, 0.25 }).Message);
        Assert.Equal("Not yet. Your list is too long.", question.Judge(new[] { 0.5, 0.25, 0.1, 0 }).Message);
    }

    [Fact]
    public void Dictionaries_tell_which_names_to_look_at_again()
    {
        var question = Check.Lesson().Question("q", "", () => new Dictionary<string, double> { ["kol"] = 30, ["search"] = 18 });
        Assert.Equal(CheckOutcome.Right, question.Judge(new Dictionary<string, double> { ["Search "] = 18, ["KOL"] = 30 }).Outcome);
        Assert.Equal("Not yet. Look again at: Search. Not asked for: social.", question.Judge(new Dictionary<string, double> { ["Search"] = 19, ["kol"] = 30, ["social"] = 1 }).Message);
        Assert.Equal("Not yet. Something is missing.", question.Judge(new Dictionary<string, double> { ["kol"] = 30 }).Message);
    }

    [Fact]
    public void Choices_in_a_dictionary_are_known_by_their_letters()
    {
        var question = Check.Lesson().Question("q", "", () => new Dictionary<string, string> { ["重要价值"] = "C" });
        Assert.Equal(CheckOutcome.Right, question.Judge(new Dictionary<string, string> { ["重要价值"] = "c. No discount" }).Outcome);
    }

    [Fact]
    public void Tables_are_compared_by_heading_and_tell_which_columns_to_look_at_again()
    {
        static Table Of(double value) => new("t", [new("channel", Format.Text), new("rate", Format.Percent())], [["kol", value], ["search", 0.1]]);
        var question = Check.Lesson().Question("q", "", () => Of(0.2));
        Assert.Equal(CheckOutcome.Right, question.Judge(Of(0.2)).Outcome);
        Assert.EndsWith("Something is missing.", question.Judge(new Table("t", [new("Channel", Format.Text)], [["kol"], ["search"]])).Message, StringComparison.Ordinal);
        Assert.EndsWith("Look again at: rate.", question.Judge(Of(0.3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_yes_or_no_are_answers_too()
    {
        var day = Check.Lesson().Question("q", "", () => new DateOnly(2024, 6, 18));
        Assert.Equal((CheckOutcome.Right, CheckOutcome.Wrong), (day.Judge(new DateTime(2024, 6, 18)).Outcome, day.Judge(new DateOnly(2024, 6, 17)).Outcome));
        Assert.Equal(CheckOutcome.Wrong, Check.Lesson().Question("q", "", () => true).Judge(false).Outcome);
    }

    [Fact]
    public void A_Chinese_lesson_answers_in_Chinese()
    {
        var question = Check.Lesson(CheckWords.Chinese).Question("q", "看看分母。", () => 0.125).Because("年轻用户不是流失用户。");
        Assert.Equal("正确。年轻用户不是流失用户。", question.Judge(0.125).Message);
        Assert.Equal(("还不对。这是百分数；这里的比率一律写成小数，例如四分之一写 0.25。", "提示：看看分母。"), (question.Judge(12.5).Message, question.Judge(12.5).Hint));
        Assert.Equal("还不对。这里需要一个数（如 0.25 或 1200）；你的答案是true 或 false。", question.Judge(true).Message);
    }

    [Fact]
    public void A_mistake_that_these_data_cannot_make_does_not_stand_in_the_way() =>
        Assert.Contains("another one", Rate().Mistake(() => throw new InsufficientDataException("no user", "one", "Wait."), "never").Judge(0.3).Message, StringComparison.Ordinal);

    [Fact]
    public void A_misconception_whose_answer_is_right_is_a_fault_of_the_question()
    {
        Assert.Empty(Shown(() => { Check.Lesson().Question("q", "", () => 0.5).Mistake(() => 0.2, "no"); Check.Faults(); }));
        var fault = Assert.Single(Shown(() => { Check.Lesson().Question("q", "", () => 0.5).Mistake(() => 0.5, "no"); Check.Faults(); }));
        Assert.Equal("faulty", (string?)fault["outcome"]);
    }

    [Fact]
    public void A_mistake_that_these_data_make_none_is_no_fault()
    {
        var question = Check.Lesson().Question("q", "", () => "A").Mistake(() => null, "never");
        Assert.Empty(question.Faults());
        Assert.Equal(CheckOutcome.Unanswered, question.Judge(null).Outcome);
    }

    [Fact]
    public void What_a_lesson_says_and_the_data_do_not_show_is_a_fault()
    {
        Assert.Empty(Shown(() => { Check.Lesson().Shows("The intervals overlap.", () => true); Check.Faults(); }));
        var fault = Assert.Single(Shown(() => { Check.Lesson().Shows("The intervals overlap.", () => false); Check.Faults(); }));
        Assert.Equal(("faulty", "These data do not show it: “The intervals overlap.”"), ((string?)fault["outcome"], (string?)fault["message"]));
    }

    [Fact]
    public void A_check_is_shown_and_can_be_read_by_programs()
    {
        var shown = Assert.Single(Shown(() => { Check.Lesson().Question("q3", HintText, () => 2); Check.That("q3", 3); }));
        Assert.Equal(("q3", "wrong"), ((string?)shown["question"], (string?)shown["outcome"]));
        var result = CheckResult.FromJson(shown.ToJsonString());
        Assert.Equal(new("q3", CheckOutcome.Wrong, "Not yet. The answer is another one.", "Hint: " + HintText), result);
    }

    [Fact]
    public void A_panel_encodes_what_it_shows() =>
        Assert.Contains("&lt;b&gt;", new CheckResult("q", CheckOutcome.Wrong, "<b>").Render()[MimeBundle.Html]!, StringComparison.Ordinal);

    [Fact]
    public void A_question_that_the_lesson_does_not_have_is_told_with_those_it_has()
    {
        Check.Lesson().Question("q1", "", () => 1);
        Assert.Equal("This lesson has no question 'q2'; it has q1.", Assert.Throws<UserOpsException>(() => Check.That("q2", 1)).Message);
    }

    [Fact]
    public void Two_questions_of_one_name_are_refused()
    {
        var lesson = Check.Lesson();
        lesson.Question("q1", "", () => 1);
        Assert.Throws<UserOpsException>(() => lesson.Question("q1", "", () => 2));
    }

    private static List<JsonNode> Shown(Action show)
    {
        var shown = new List<JsonNode>();
        using (Output.RedirectTo(bundle => shown.Add(JsonNode.Parse(bundle[CheckResult.MimeType]!)!)))
            show();
        return shown;
    }
}
