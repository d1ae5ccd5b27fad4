using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Churn;

/// <summary>What each user of a hold-out would have cost and brought, by falling expected gain.</summary>
internal sealed class ProfitCounts
{
    private const int Replicates = 1000;
    private static readonly double[] Depths = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

    private readonly BinaryScores _scores;
    private readonly RetentionOffer _offer;
    private readonly double[] _expected, _actual, _profit;
    private readonly TiedRanks _ranks;

    private ProfitCounts(BinaryScores scores, RetentionOffer offer, double[] values)
    {
        (_scores, _offer) = (scores, offer);
        _expected = [.. scores.Scores.Zip(values, (probability, value) => probability * offer.SaveRate * value)];
        _actual = [.. scores.Outcomes.Zip(values, (left, value) => left ? offer.SaveRate * value : 0)];
        _profit = [.. _actual.Select(brought => brought - offer.Cost)];
        _ranks = TiedRanks.Of(_expected);
    }

    public static ProfitCounts Of(BinaryScores scores, RetentionOffer offer, double[] values) => new(scores, offer, values);

    public ProfitCurve Judge(double level, int seed, int replicates = Replicates)
    {
        int[] contacted = [.. Enumerable.Range(0, _scores.Count).Where(user => _offer.Pays(_expected[user]))];
        double[][] drawn = Bootstrap.Estimates(_scores.Count, replicates, seed, times => ByDepth(times, _profit));
        double[] expected = ByDepth(default, [.. _expected.Select(brings => brings - _offer.Cost)]), profit = ByDepth(default, _profit);
        double[] reached = ByDepth(default, [.. _scores.Outcomes.Select(left => left ? 1.0 : 0)]);
        return new()
        {
            Offer = _offer,
            Users = _scores.Count,
            Points = [.. Depths.Select((depth, i) => new ProfitPoint(
                NameOf(depth), depth, reached[i] / (1000 * _scores.BaseRate), expected[i], profit[i], Bootstrap.Percentile(drawn.Select(sample => sample[i]), level)))],
            Chosen = Chosen(contacted, level),
            BreakEvenSaveRate = BreakEven(contacted, level),
            ActualToExpected = ActualToExpected(contacted, level),
        };
    }

    /// <summary>For each depth the sum over the users down to it, for 1,000 users; users of equal gain are taken in part.</summary>
    private double[] ByDepth(ReadOnlySpan<int> times, double[] amounts)
    {
        double[] sums = _ranks.SumsTo(Depths, times, amounts);
        for (int i = 0; i < sums.Length; i++)
            sums[i] *= 1000.0 / _scores.Count;
        return sums;
    }

    private ProfitPoint Chosen(int[] contacted, double level)
    {
        double reached = contacted.Count(user => _scores.Outcomes[user]), share = (double)contacted.Length / _scores.Count;
        MeanSums profit = new(_scores.Count - contacted.Length, 0, 0);
        foreach (int user in contacted)
            profit = profit.Add(1000 * (_actual[user] - _offer.Cost));
        return new(
            "Chosen: expected gain above 0", share, reached / _scores.Positives,
            1000 * contacted.Sum(user => _expected[user] - _offer.Cost) / _scores.Count, profit.Mean!.Value, contacted.Length == 0 ? null : profit.Interval(level));
    }

    private Estimate? BreakEven(int[] contacted, double level)
    {
        double cost = _offer.Cost * _offer.SaveRate;
        return Brought(contacted, level) is { Value: > 0 } brought
            ? new(cost / brought.Value, brought.Interval is { } each ? new Interval(cost / each.Upper, each.Lower > 0 ? cost / each.Lower : double.PositiveInfinity, level) : null)
            : null;
    }

    private Estimate? ActualToExpected(int[] contacted, double level)
    {
        double expected = contacted.Sum(user => _expected[user]) / Math.Max(1, contacted.Length);
        return expected > 0 && Brought(contacted, level) is { } brought
            ? new(brought.Value / expected, brought.Interval is { } each ? new Interval(each.Lower / expected, each.Upper / expected, level) : null)
            : null;
    }

    /// <summary>What a contact brings on average before its cost: Wilson's interval where all saved users are worth the same, else Student's, not below zero.</summary>
    private Estimate? Brought(int[] contacted, double level)
    {
        if (contacted.Length == 0)
            return null;
        double mean = contacted.Average(user => _actual[user]);
        double[] worth = [.. contacted.Where(user => _scores.Outcomes[user]).Select(user => _actual[user]).Distinct().Take(2)];
        if (worth.Length == 2)
            return new(mean, contacted.Aggregate(default(MeanSums), (sums, user) => sums.Add(_actual[user])).Interval(level) is { } each ? each with { Lower = Math.Max(0, each.Lower) } : null);
        double value = worth.Length == 1 ? worth[0] : _offer.SaveRate * _offer.Value;
        var rate = Wilson.Interval(contacted.Count(user => _scores.Outcomes[user]), contacted.Length, level);
        return new(mean, new(value * rate.Lower, value * rate.Upper, level));
    }

    private static string NameOf(double depth) => depth switch
    {
        0 => "Nobody",
        1 => "Everybody",
        _ => $"Top {Format.Percent(0).Write(depth)}",
    };
}
