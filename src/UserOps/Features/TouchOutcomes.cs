using UserOps.Data;

namespace UserOps.Features;

/// <summary>The usual words for how far a message got.</summary>
internal static class TouchOutcomes
{
    public static readonly string[] Opened = ["opened", "clicked", "打开", "点击", "已打开", "已点击"];
    public static readonly string[] Clicked = ["clicked", "点击", "已点击"];
    public static readonly string[] Refused = ["unsubscribed", "complained", "退订", "投诉"];

    /// <summary>Which of the outcomes of a column are among these words.</summary>
    public static bool[] Among(TextColumn outcomes, IReadOnlyList<string> words) =>
        [.. outcomes.Words.Select(word => words.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase))];
}
