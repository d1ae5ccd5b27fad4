namespace UserOps.Lessons;

/// <summary>The questions of one lesson, in the order in which they are asked.</summary>
public sealed class LessonQuestions
{
    private readonly List<Question> _questions = [];
    private readonly List<(string Text, Func<bool> Holds)> _claims = [];
    private readonly CheckWords _words;

    internal LessonQuestions(CheckWords words) => _words = words;

    /// <summary>The questions.</summary>
    public IReadOnlyList<Question> All => _questions;

    /// <summary>Defines a question.</summary>
    /// <param name="name">Its name, such as <c>q3</c>.</param>
    /// <param name="hint">What helps somebody who does not get on; it must not give the answer.</param>
    /// <param name="expected">Finds the answer from the learner's own data; called when an answer is judged.</param>
    /// <exception cref="UserOpsException">The lesson has a question of this name already.</exception>
    public Question Question(string name, string hint, Func<object> expected)
    {
        if (_questions.Exists(question => question.Name == name))
            throw new UserOpsException($"Two questions are named '{name}'. Give each question of a lesson a name of its own.");
        var added = new Question(name, hint, expected, _words);
        _questions.Add(added);
        return added;
    }

    /// <summary>Names what the lesson says about the data, so that it can be proved for the data of every learner.</summary>
    /// <param name="claim">What is said.</param>
    /// <param name="holds">Whether these data show it.</param>
    public void Shows(string claim, Func<bool> holds) => _claims.Add((claim, holds));

    /// <summary>What is wrong with the questions, or with what is said about the data.</summary>
    internal IEnumerable<CheckResult> Faults() =>
    [
        .. _questions.SelectMany(question => question.Faults()),
        .. _claims.Where(claim => !claim.Holds()).Select(claim => new CheckResult("text", CheckOutcome.Faulty, $"These data do not show it: “{claim.Text}”")),
    ];

    /// <summary>The question of a name.</summary>
    /// <exception cref="UserOpsException">There is none.</exception>
    public Question this[string name] => _questions.Find(question => question.Name == name)
        ?? throw new UserOpsException($"This lesson has no question '{name}'; it has {string.Join(", ", _questions.Select(question => question.Name))}.");
}
