using UserOps.Data;
using UserOps.Display;

namespace UserOps.Attribution;

/// <summary>The ways on which people met the company before they converted, or did not: paths of channels with how often each ended how.</summary>
/// <remarks>Journeys without a conversion (null paths) are kept: without them every channel looks as if all whom it met converted.</remarks>
public sealed record CustomerJourneys : AnalysisResult
{
    internal CustomerJourneys(IReadOnlyList<string> channels, PathStore paths)
    {
        (Channels, Paths) = (channels, paths);
        if (!(paths.Counts.TotalConversions > 0))
            throw new InsufficientDataException(
                $"{Caption.Count(Round(paths.Counts.TotalNulls))} journeys without a conversion", "at least one conversion", "Name another conversion, or a longer period.");
    }

    /// <summary>Reads journeys from a table of paths, one row a path.</summary>
    /// <exception cref="UserOpsException">A column is missing, the separator stands in no path, a path is blank, or a count is negative or missing.</exception>
    /// <exception cref="InsufficientDataException">No path has a conversion.</exception>
    public static CustomerJourneys From(TypedTable table, PathColumns columns) => PathTable.Read(table, columns);

    /// <summary>The channels, the one with most touchpoints first.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>Conversions.</summary>
    public double Conversions => Paths.Counts.TotalConversions;

    /// <summary>Journeys that ended without a conversion.</summary>
    public double NullJourneys => Paths.Counts.TotalNulls;

    /// <summary>The share of journeys that converted, a fraction.</summary>
    public double BaseRate => Conversions / Paths.Counts.Journeys;

    /// <summary>What the conversions brought; null where the data do not say.</summary>
    public double? Value => Paths.Counts.Values?.Sum();

    /// <summary>Where the journeys come from: period, touchpoints, conversion, lookback.</summary>
    public string Source { get; internal init; } = "";

    internal PathStore Paths { get; }

    /// <summary>Channels that are messages which the company sends to whom it chooses.</summary>
    internal IReadOnlyList<string> Messages { get; init; } = [];

    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Puts the channels with the fewest touchpoints together as one.</summary>
    /// <param name="keep">How many channels to keep as they are, at least 1.</param>
    /// <param name="name">What the others are called together.</param>
    public CustomerJourneys MergeRare(int keep, string name = "(other)")
    {
        if (keep < 1)
            throw new UserOpsException($"{keep} channels were to be kept; at least 1 is needed.");
        if (Channels.Count <= keep + 1)
            return this;
        int[] numbers = [.. Channels.Select((_, channel) => Math.Min(channel, keep))];
        return new([.. Channels.Take(keep), name], Paths.Renumber(numbers)) { Source = Source, Messages = Messages, Remarks = Remarks };
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        double[] touches = new double[Channels.Count], reached = new double[Channels.Count], converted = new double[Channels.Count];
        for (int path = 0; path < Paths.Count; path++)
            Count(path, touches, reached, converted);
        return new(
            "Journeys by channel",
            [
                new("Channel", Format.Text), new("Touchpoints", Format.Count), new("Journeys that met it", Format.Count), new("of all", Format.Percent()),
                new("of these converted", Format.Percent()),
            ],
            Channels.Select((name, i) => (object?[])[name, touches[i], reached[i], reached[i] / Paths.Counts.Journeys, reached[i] > 0 ? converted[i] / reached[i] : null]),
            Describe());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => [.. Remarks, .. Warnings];

    /// <summary>What makes every rule's answer from these journeys weak.</summary>
    internal IReadOnlyList<string> Warnings =>
    [
        .. NullJourneys == 0
            ? (string[])["No journey without a conversion is in the data: the base rate is 1, and no rule can tell a channel that converts from one that is merely met often."]
            : [],
        .. Enumerable.Range(0, Paths.Count).All(path => Paths[path].Length == 1)
            ? (string[])["Every journey has one touchpoint: all rules give the same credit, and there is nothing to divide."] : [],
    ];

    /// <summary>The small print that every answer from these journeys shares.</summary>
    internal string Describe(params IEnumerable<string> more) => string.Join(" · ", (string[])
    [
        $"n = {Caption.Count(Round(Paths.Counts.Journeys))} journeys, {Caption.Count(Round(Conversions))} conversions ({Format.Percent().Write(BaseRate)})",
        .. Source.Length == 0 ? (string[])[] : [Source],
        .. more.Where(words => words.Length > 0),
    ]);

    internal long N => Round(Paths.Counts.Journeys);

    private static long Round(double count) => (long)Math.Round(count);

    private void Count(int path, double[] touches, double[] reached, double[] converted)
    {
        double journeys = Paths.Counts.JourneysOf(path);
        var channels = Paths[path];
        for (int i = 0; i < channels.Length; i++)
        {
            touches[channels[i]] += journeys;
            if (channels[..i].Contains(channels[i]))
                continue;
            reached[channels[i]] += journeys;
            converted[channels[i]] += Paths.Counts.Conversions[path];
        }
    }
}
