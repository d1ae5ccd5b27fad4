namespace UserOps.Lessons;

/// <summary>A question of a lesson: what is right, what is often thought instead, and what helps.</summary>
/// <remarks>Answers are functions of the data, so that every learner can have data of their own.</remarks>
public sealed class Question
{
    private const double Exactly = 0;
    private readonly Func<object> _expected;
    private readonly CheckWords _words;
    private readonly List<(Func<object?> Answer, string Message)> _mistakes = [];
    private string? _because;
    private double? _tolerance;

    internal Question(string name, string hint, Func<object> expected, CheckWords words) => (Name, Hint, _expected, _words) = (name, hint, expected, words);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What helps somebody who does not get on.</summary>
    public string Hint { get; }

    /// <summary>Names an answer that a misconception leads to.</summary>
    /// <param name="answer">Finds the wrong answer; null where these data make it no mistake.</param>
    /// <param name="message">What was probably done, and what the question asks for instead.</param>
    public Question Mistake(Func<object?> answer, string message)
    {
        _mistakes.Add((answer, message));
        return this;
    }

    /// <summary>Names a wrong choice.</summary>
    /// <param name="choice">The choice, such as <c>B</c>.</param>
    /// <param name="message">Why somebody may take it, and what speaks against it.</param>
    public Question Mistake(string choice, string message) => Mistake(() => choice, message);

    /// <summary>How far a number may be off; without it counts are exact, and other numbers may be off by half a per cent.</summary>
    public Question Within(double tolerance)
    {
        _tolerance = tolerance;
        return this;
    }

    /// <summary>What somebody who answered rightly should remember.</summary>
    public Question Because(string message)
    {
        _because = message;
        return this;
    }

    /// <summary>Judges an answer. The hint comes with the first attempt that is wrong.</summary>
    /// <remarks>A misconception may lead to nearly the right number: whoever has exactly that one is told so.</remarks>
    public CheckResult Judge(object? answer)
    {
        if (AnswerValue.Of(answer) is not { } given)
            return new(Name, CheckOutcome.Unanswered, _words.Unanswered);
        var expected = Expected;
        if (!expected.IsComparableTo(given))
            return Wrong(_words.OtherKind(expected.Kind, given));
        if (given is AnswerValue.Number { IsFinite: false })
            return Wrong(_words.NotANumber);
        bool isExact = expected.Matches(given, Exactly);
        string? mistake = isExact ? null : MistakeOf(given, Exactly);
        if (isExact || mistake is null && expected.Matches(given, _tolerance))
            return new(Name, CheckOutcome.Right, Join(_words.Right, _because));
        return Wrong(mistake ?? MistakeOf(given, _tolerance) ?? UsualMistakes.Find(expected, given, _tolerance, _words) ?? expected.Difference(given, _tolerance, _words) ?? _words.AnotherAnswer);
    }

    /// <summary>Misconceptions whose answer is right, or is taken for another misconception: with these data their message would never be seen.</summary>
    internal IEnumerable<CheckResult> Faults()
    {
        foreach (var (answer, message) in _mistakes)
            if (Try(answer) is { } mistaken && Judge(mistaken) is var judged && (judged.Outcome == CheckOutcome.Right || !judged.Message.Contains(message, StringComparison.Ordinal)))
                yield return new(Name, CheckOutcome.Faulty, $"The misconception “{message}” is answered with “{judged.Message}”.");
    }

    private AnswerValue Expected => AnswerValue.Of(_expected()) ?? throw new UserOpsException($"The answer to '{Name}' is null: these data do not give one.");

    private string? MistakeOf(AnswerValue given, double? tolerance) => _mistakes
        .Where(mistake => AnswerValue.Of(Try(mistake.Answer)) is { } wrong && wrong.IsComparableTo(given) && wrong.Matches(given, tolerance))
        .Select(mistake => mistake.Message).FirstOrDefault();

    private CheckResult Wrong(string message) => new(Name, CheckOutcome.Wrong, Join(_words.Wrong, message), _words.Hint(Hint));

    private string Join(string first, string? second) => second is null ? first : first + _words.Space + second;

    /// <summary>Data that cannot answer a mistaken question do not stand in the way of the right one.</summary>
    private static object? Try(Func<object?> answer)
    {
        try
        {
            return answer();
        }
        catch (UserOpsException)
        {
            return null;
        }
    }
}
