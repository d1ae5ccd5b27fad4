using UserOps.Display;

namespace UserOps.Attribution;

/// <summary>Warns where touchpoints are no cause that somebody could have withheld: users chose them, or the company chose the users.</summary>
internal static class Exogeneity
{
    private const double Many = 0.2;

    private static readonly string[] SelfChosen =
        ["direct", "(direct)", "search", "organic", "brand", "feed", "bookmark", "app", "none", "(none)", "seo", "sem", "直接", "直接访问", "搜索", "自然", "自然流量", "品牌词", "信息流"];

    private static readonly string[] Messages = ["push", "sms", "email", "e-mail", "mail", "message", "wechat", "短信", "推送", "邮件", "消息", "企微", "公众号"];

    public static IEnumerable<string> Notes(CustomerJourneys journeys)
    {
        double all = 0;
        double[] touches = new double[journeys.Channels.Count];
        for (int path = 0; path < journeys.Paths.Count; path++)
            foreach (int channel in journeys.Paths[path])
                touches[channel] += journeys.Paths.Counts.JourneysOf(path);
        all = touches.Sum();
        (string[] chosen, double share) = Those(name => IsAmong(name, SelfChosen));
        if (share >= Many)
            yield return $"{Format.Percent(0).Write(share)} of touchpoints are entries that users chose themselves ({string.Join(", ", chosen)}): whoever already wants to buy comes that way, so credit there is no effect.";
        (string[] sent, double sentShare) = Those(name => journeys.Messages.Contains(name, StringComparer.Ordinal) || IsAmong(name, Messages));
        if (sent.Length > 0)
            yield return $"{Format.Percent(0).Write(sentShare)} of touchpoints are messages ({string.Join(", ", sent)}) to users whom the company chose: only a group left out at random tells what they change.";

        (string[] Names, double Share) Those(Func<string, bool> holds)
        {
            int[] found = [.. Enumerable.Range(0, touches.Length).Where(channel => holds(journeys.Channels[channel]))];
            return ([.. found.Select(channel => journeys.Channels[channel])], found.Sum(channel => touches[channel]) / all);
        }
    }

    /// <summary>The whole name, or a word of it.</summary>
    private static bool IsAmong(string name, string[] words) =>
        words.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.Split([' ', '_', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Any(part => words.Contains(part, StringComparer.OrdinalIgnoreCase));
}
