using UserOps.Data;

namespace UserOps.Acquisition;

/// <summary>The channel that brought each user.</summary>
internal sealed class UserChannels
{
    private static readonly string[] UsualProperties = ["acquisition_channel", "channel"];

    private readonly Dataset _data;
    private readonly GroupCodes? _codes;

    private UserChannels(Dataset data, Breakdown? by)
    {
        (_data, By) = (data, by);
        _codes = by switch
        {
            Breakdown.OfUser user => GroupCodes.Of(data.Profiles.Property<Column>(user.Property)),
            Breakdown.OfEvent e => GroupCodes.Of(data.Activity.Property<Column>(e.Property)),
            _ => null,
        };
    }

    /// <summary>The property that names the channel, null where the export has none.</summary>
    public Breakdown? By { get; }

    /// <summary>The channels.</summary>
    public IReadOnlyList<string> Names => _codes?.Names ?? [GroupCodes.None];

    /// <summary>The number of a user's channel.</summary>
    public int this[int user] => _codes is null ? 0 : _codes[By is Breakdown.OfEvent ? FirstRow(user) : user];

    public static UserChannels Of(Dataset data, Breakdown? asked) => new(data, asked ?? Usual(data));

    private static Breakdown? Usual(Dataset data)
    {
        if (data.Profiles.Channel is { } channel && channel.Words.Length > 0)
            return new Breakdown.OfUser("channel");
        string? property = data.HasActivity ? UsualProperties.FirstOrDefault(data.Activity.HasProperty) : null;
        return property is null ? null : new Breakdown.OfEvent(property);
    }

    private int FirstRow(int user) => _data.Activity[user].GetEnumerator() is var walk && walk.MoveNext() ? walk.Current.Row : -1;
}
