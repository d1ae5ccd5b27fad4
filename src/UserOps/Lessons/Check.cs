using UserOps.Display;

namespace UserOps.Lessons;

/// <summary>Where a learner hands in an answer, and where a lesson says what is asked.</summary>
/// <remarks>A process has one lesson at a time: the one that began last.</remarks>
public static class Check
{
    private static LessonQuestions? _current;

    /// <summary>Begins a lesson: its questions are defined on the returned value, and those of an earlier lesson are forgotten.</summary>
    /// <param name="words">The language in which answers are judged; English when absent.</param>
    public static LessonQuestions Lesson(CheckWords? words = null) => _current = new(words ?? CheckWords.English);

    /// <summary>Judges an answer and shows what was found: the hint, never the answer.</summary>
    /// <param name="question">The name of the question, such as <c>q3</c>.</param>
    /// <param name="answer">The answer; null where there is none yet.</param>
    /// <exception cref="UserOpsException">The lesson has no such question.</exception>
    public static void That(string question, object? answer) => Output.Publish(Current[question].Judge(answer));

    /// <summary>Shows what is wrong with the questions themselves, and what the data do not show, for those who write lessons; nothing when all is well.</summary>
    public static void Faults()
    {
        foreach (var fault in Current.Faults())
            Output.Publish(fault);
    }

    private static LessonQuestions Current => _current
        ?? throw new UserOpsException("There are no questions yet. Run the cells of the notebook from the top: the one that loads the checks comes before the exercises.");
}
