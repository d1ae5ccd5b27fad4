using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>How a kind of message was taken.</summary>
/// <param name="Name">Which messages, such as those after two others within seven days.</param>
/// <param name="Messages">How many.</param>
/// <param name="Opened">The share opened or clicked.</param>
/// <param name="Clicked">The share clicked.</param>
/// <param name="Refused">The share answered by unsubscribing or complaining.</param>
/// <param name="Value">The net value of one message.</param>
public sealed record ContactRates(string Name, int Messages, Estimate Opened, Estimate Clicked, Estimate Refused, Estimate Value)
{
    private const int FewHits = 5;

    internal static ContactRates Of(string name, IReadOnlyList<Message> messages, ContactFatigueDefinition terms) => new(
        name, messages.Count, Share(messages, one => one.Opened, terms.Level), Share(messages, one => one.Clicked, terms.Level), Share(messages, one => one.Refused, terms.Level),
        Ratio(messages, one => ValueOf(one, terms)) is var value ? new(value.Ratio!.Value, value.Interval(terms.Level)) : default);

    /// <summary>What a message brought.</summary>
    internal static double ValueOf(Message message, ContactFatigueDefinition terms) =>
        (message.Clicked ? terms.ClickValue : 0) - (message.Refused ? terms.UnsubscribeLoss : 0) - terms.MessageCost;

    // Messages of one user are alike, so users are the units; with a handful of hits the score interval takes their place.
    private static Estimate Share(IReadOnlyList<Message> messages, Func<Message, bool> isHit, double level)
    {
        int hits = messages.Count(isHit);
        return new((double)hits / messages.Count, hits < FewHits ? Wilson.Interval(hits, messages.Count, level) : Ratio(messages, one => isHit(one) ? 1 : 0).IntervalFromZero(level));
    }

    private static RatioSums Ratio(IReadOnlyList<Message> messages, Func<Message, double> value)
    {
        var sums = new RatioSums();
        double x = 0, y = 0;
        for (int i = 0; i < messages.Count; i++)
        {
            (x, y) = (x + value(messages[i]), y + 1);
            if (i + 1 < messages.Count && messages[i + 1].User == messages[i].User)
                continue;
            sums = sums.Add(x, y);
            (x, y) = (0, 0);
        }
        return sums;
    }

    internal static Table Table(string title, string kind, IEnumerable<ContactRates> rates, string caption) => new(
        title,
        [
            new(kind, Format.Text), new("Messages", Format.Count), new("Opened", Format.Percent()), new("Opened: lower", Format.Percent()), new("upper", Format.Percent()), new("Clicked", Format.Percent()),
            new("Unsubscribed", Format.Percent(2)), new("Unsubscribed: lower", Format.Percent(2)), new("Unsubscribed: upper", Format.Percent(2)),
            new("Net value of one", Format.Number(3)), new("Value: lower", Format.Number(3)), new("Value: upper", Format.Number(3)),
        ],
        rates.Select(one => new object?[]
        {
            one.Name, one.Messages, one.Opened.Value, one.Opened.Interval?.Lower, one.Opened.Interval?.Upper, one.Clicked.Value, one.Refused.Value, one.Refused.Interval?.Lower,
            one.Refused.Interval?.Upper, one.Value.Value, one.Value.Interval?.Lower, one.Value.Interval?.Upper,
        }),
        caption);
}
