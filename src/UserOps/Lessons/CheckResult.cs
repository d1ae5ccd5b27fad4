using System.Net;
using System.Text.Json.Nodes;
using UserOps.Display;

namespace UserOps.Lessons;

/// <summary>How an answer was judged.</summary>
public enum CheckOutcome
{
    /// <summary>It is right.</summary>
    Right,
    /// <summary>It is not.</summary>
    Wrong,
    /// <summary>There is no answer yet.</summary>
    Unanswered,
    /// <summary>The question itself is at fault.</summary>
    Faulty,
}

/// <summary>What a learner is told about an answer.</summary>
/// <param name="Question">The name of the question.</param>
/// <param name="Outcome">How it was judged.</param>
/// <param name="Message">What was found.</param>
/// <param name="Hint">What helps; null where nothing is needed.</param>
public sealed record CheckResult(string Question, CheckOutcome Outcome, string Message, string? Hint = null) : IDisplayable
{
    /// <summary>The rendering that programs read: question, outcome and message as JSON.</summary>
    public const string MimeType = "application/vnd.userops.check+json";

    // Half transparent, so that they suit light and dark pages.
    private const string Green = "34,139,84", Amber = "201,138,12";

    private bool IsRight => Outcome == CheckOutcome.Right;

    private string Sign => Outcome switch { CheckOutcome.Right => "✓", CheckOutcome.Unanswered => "○", _ => "✎" };

    /// <summary>The result that a rendering of type <see cref="MimeType"/> tells of.</summary>
    /// <exception cref="FormatException">The text is not the JSON of a result.</exception>
    public static CheckResult FromJson(string json) =>
        JsonNode.Parse(json) is JsonObject check && (string?)check["question"] is { } question && (string?)check["message"] is { } message
        && Enum.TryParse((string?)check["outcome"], ignoreCase: true, out CheckOutcome outcome)
            ? new(question, outcome, message, (string?)check["hint"])
            : throw new FormatException($"This is not the JSON of a check: {json}");

    /// <inheritdoc/>
    public MimeBundle Render() => MimeBundle.Of(ToString(), Panel()).With(MimeType, new JsonObject
    {
        ["question"] = Question,
        ["outcome"] = Outcome.ToString().ToLowerInvariant(),
        ["message"] = Message,
        ["hint"] = Hint,
    }.ToJsonString());

    /// <summary>Question, verdict and hint as plain text.</summary>
    public override string ToString() => $"{Sign} {Question}: {Message}" + (Hint is null ? "" : $"\n  {Hint}");

    private string Panel()
    {
        string colour = IsRight ? Green : Amber;
        return $"<div class=\"userops-check\" role=\"status\" style=\"font:15px/1.5 system-ui,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;max-width:46em;margin:.4em 0;"
            + $"padding:.6em 1em;border-left:4px solid rgb({colour});border-radius:4px;background:rgba({colour},.1)\"><strong>{Sign} {Encode(Question)}</strong>&ensp;{Encode(Message)}"
            + (Hint is null ? "" : $"<div style=\"opacity:.8;margin-top:.25em\">{Encode(Hint)}</div>") + "</div>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
