using UserOps.Statistics;

namespace UserOps.Attribution;

/// <summary>The game that channels play: what every set of channels is worth, and the Shapley value of each channel.</summary>
internal sealed class ChannelGame
{
    public const int MostChannels = 20;

    private readonly int _channels;
    private readonly int[] _setOfPath;

    /// <exception cref="UserOpsException">There are more than 20 channels.</exception>
    public ChannelGame(PathStore paths, int channels)
    {
        if (channels > MostChannels)
            throw new UserOpsException(
                $"The journeys have {channels} channels; Shapley values look at every set of channels and take at most {MostChannels}. Merge the rare ones: journeys.MergeRare({MostChannels - 1}).");
        (_channels, _setOfPath) = (channels, new int[paths.Count]);
        for (int path = 0; path < paths.Count; path++)
            foreach (int channel in paths[path])
                _setOfPath[path] |= 1 << channel;
    }

    /// <summary>The conversions, or what else was counted by path, that each channel earns; they sum to the total.</summary>
    /// <param name="worth">What a set is worth.</param>
    /// <param name="gains">What is divided, by path.</param>
    /// <param name="counts">How journeys ended.</param>
    public double[] Values(ShapleyWorth worth, double[] gains, PathCounts counts)
    {
        double[] worths = Within(path => gains[path]);
        if (worth == ShapleyWorth.ConversionRate)
        {
            double[] journeys = Within(counts.JourneysOf);
            for (int set = 0; set < worths.Length; set++)
                worths[set] = journeys[set] > 0 ? worths[set] / journeys[set] * counts.Journeys : 0;
        }
        return ShapleyValue.Of(worths);
    }

    /// <summary>For each set of channels, the sum over the journeys that met no other.</summary>
    /// <remarks>Adds up over subsets one channel at a time, 2ⁿ n additions.</remarks>
    private double[] Within(Func<int, double> amount)
    {
        double[] sums = new double[1 << _channels];
        for (int path = 0; path < _setOfPath.Length; path++)
            sums[_setOfPath[path]] += amount(path);
        for (int bit = 1; bit < sums.Length; bit <<= 1)
            for (int set = 0; set < sums.Length; set++)
                if ((set & bit) != 0)
                    sums[set] += sums[set ^ bit];
        return sums;
    }
}
