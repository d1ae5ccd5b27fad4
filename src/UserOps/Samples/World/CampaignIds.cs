using System.Globalization;

namespace UserOps.Samples;

/// <summary>The identifiers of the campaigns that run every month.</summary>
internal sealed class CampaignIds
{
    private readonly string[][] _contacts;

    public CampaignIds(Tally tally, DateOnly start)
    {
        var first = start.AddDays(1 - start.Day);
        Months = [.. Enumerable.Range(0, tally.Months).Select(month => first.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture))];
        _contacts = [.. Months.Select(month => Contacts.ChannelNames.Select(channel => $"crm-{month}-{channel}").ToArray())];
    }

    /// <summary>The months of the simulation, such as <c>2024-01</c>.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>The planned messages of a month through a channel.</summary>
    public string OfContacts(int month, int channel) => _contacts[month][channel];

    /// <summary>The advertising of a month for a channel.</summary>
    public string OfAcquisition(int month, int channel) => $"acquire-{Months[month]}-{Channels.All[channel].Name}";
}
