using UserOps.Data;

namespace UserOps.Activity;

/// <summary>Which events count as activity: all of them, or those with the given names.</summary>
internal static class QualifyingEvents
{
    /// <summary>The view of the events that count.</summary>
    /// <exception cref="UserOpsException">A name is unknown; the message lists the known ones.</exception>
    public static EventStore Of(Dataset data, IReadOnlyList<string> names)
    {
        var activity = data.Activity;
        foreach (string name in names)
            activity.KnownCode(name);
        return names.Count == 0 ? activity : activity.Named(names);
    }

    /// <summary>The choice in words, for captions.</summary>
    public static string Describe(IReadOnlyList<string> names) => names.Count == 0 ? "all events" : "events " + string.Join(", ", names);
}
