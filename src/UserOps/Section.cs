using System.Diagnostics.CodeAnalysis;
using UserOps.Display;

namespace UserOps;

/// <summary>Asks a question whose data an export may lack: the section then says what is missing, and the report goes on.</summary>
public static class Section
{
    /// <summary>Asks the question now. Missing tables, columns or too little data leave the section blank with the reason; any other error stays an error.</summary>
    /// <param name="title">What the section is about, in words.</param>
    /// <param name="question">The question, such as <c>() => export.Funnel("cart", "pay")</c>.</param>
    public static Section<T> Of<T>(string title, Func<T> question) where T : AnalysisResult
    {
        try
        {
            return new(title, question(), null);
        }
        catch (Exception reason) when (reason is MissingDataException or InsufficientDataException)
        {
            return new(title, null, reason.Message) { IsExpected = reason is MissingDataException { IsOfSimulations: true } };
        }
    }
}

/// <summary>A question and its answer, or why the export cannot give one.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class Section<T> : IDisplayable where T : AnalysisResult
{
    internal Section(string title, T? answer, string? missing) => (Title, Answer, Missing) = (title, answer, missing);

    /// <summary>What the section is about.</summary>
    public string Title { get; }

    /// <summary>The answer; null where data are missing.</summary>
    public T? Answer { get; }

    /// <summary>What is missing and what to do; null where there is an answer.</summary>
    public string? Missing { get; }

    /// <summary>Whether it stays blank with every real export, so that a report does not lack it.</summary>
    internal bool IsExpected { get; init; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool IsAnswered => Answer is not null;

    /// <summary>Names a key number of the answer for the report; does nothing where there is no answer or it has no such number.</summary>
    /// <param name="metric">The metric, or null where the answer lacks it.</param>
    public Section<T> Report(Func<T, Metric?> metric)
    {
        if (IsAnswered && metric(Answer) is { } found)
            Output.Publish(found);
        return this;
    }

    /// <summary>Asks a further question of the answer; blank, for the same reason, where there is none.</summary>
    /// <param name="title">What the further section is about.</param>
    /// <param name="question">The question, such as <c>churn => churn.Importance()</c>.</param>
    public Section<TNext> Then<TNext>(string title, Func<T, TNext> question) where TNext : AnalysisResult =>
        IsAnswered ? Section.Of(title, () => question(Answer)) : new(title, null, Missing);

    /// <inheritdoc/>
    public MimeBundle Render() => IsExpected ? Blank().Render() : (Answer?.Render() ?? Blank().Render()).With(MimeBundle.Section, new SectionState(Title) { Missing = Missing }.ToJson());

    /// <inheritdoc/>
    public override string ToString() => Answer?.ToString() ?? Blank().ToString();

    private Table Blank() => new($"{Title}: no answer from this export", [new("What is missing", Format.Text)], [[Missing]]);
}
