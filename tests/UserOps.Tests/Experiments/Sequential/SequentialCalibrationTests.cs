using System.Globalization;
using UserOps.Experiments;
using UserOps.Experiments.Exact;
using UserOps.Experiments.Sequential;
using UserOps.Testing;

namespace UserOps.Tests.Experiments.Sequential;

/// <summary>How often looks find a difference where there is none. The tables of docs/methods/sequential-tests.md are what these tests print.</summary>
public class SequentialCalibrationTests
{
    private const int Runs = 2000;
    private static readonly double Limit = 0.05 + 3 * Math.Sqrt(0.05 * 0.95 / Runs);

    [SlowFact]
    public void Planned_looks_find_nothing_where_nothing_is_about_as_often_as_the_level_says()
    {
        foreach (var (name, boundary) in new (string, StoppingBoundary)[] { ("Pocock", new StoppingBoundary.Pocock()), ("OBF", new StoppingBoundary.OBrienFleming()), ("LD-OBF", new StoppingBoundary.Spending()) })
            foreach (var (looks, perLook, rate) in new[] { (5, 200, 0.1), (20, 200, 0.1), (20, 1000, 0.02) })
            {
                double[] z = [.. (GroupSequentialDesign.Equal(looks) with { Boundary = boundary }).Bounds().Z];
                double found = Share(run => Stops(new Random(run), z, perLook, rate));
                Report($"{name}, {looks} looks of {perLook} an arm, rate {rate}", found);
                Assert.InRange(found, 0.03, Limit);
            }
        // Without bounds, twenty looks at 1.96 find a quarter.
        Assert.InRange(Share(run => Stops(new Random(run), [.. Enumerable.Repeat(1.96, 20)], 200, 0.1)), 0.21, 0.29);
    }

    [SlowFact]
    public void Normal_sequences_with_their_evidence_hold_the_level_and_without_it_do_not()
    {
        foreach (var (share, rate) in new[] { (0.5, 0.01), (0.5, 0.3), (0.1, 0.01), (0.1, 0.05) })
        {
            double guarded = Share(run => Rates(new Random(run), share, rate, 8000, true)), raw = Share(run => Rates(new Random(run), share, rate, 8000, false));
            Report($"rate {rate}, treatment {share}: with evidence {guarded:0.000}, without", raw);
            Assert.InRange(guarded, 0, Limit);
        }
        foreach (var (share, buyers, sigma) in new[] { (0.5, 1.0, 1.0), (0.5, 0.05, 2.0), (0.1, 0.05, 1.0), (0.1, 0.05, 2.0) })
        {
            double guarded = Share(run => Revenue(new Random(run), share, buyers, sigma, 8000, true)), raw = Share(run => Revenue(new Random(run), share, buyers, sigma, 8000, false));
            Report($"revenue, buyers {buyers}, sigma {sigma}, treatment {share}: with evidence {guarded:0.000}, without", raw);
            Assert.InRange(guarded, 0, Limit);
        }
    }

    [SlowFact]
    public void Exact_sequences_hold_the_level_from_the_first_user_on()
    {
        foreach (var (share, rate) in new[] { (0.5, 0.01), (0.5, 0.3), (0.1, 0.01) })
        {
            double difference = Share(run => ExactRates(new Random(run), share, rate, 4000, (a, b) => Math.Exp(-RateSequence.LogEvidence(a, b, 0))));
            double lift = Share(run => ExactRates(new Random(run), share, rate, 4000, (a, b) => a.Successes == 0 ? 1 : ConversionSequence.Lift(a, b, share).PValue));
            Report($"rate {rate}, treatment {share}: lift {lift:0.000}, difference", difference);
            Assert.InRange(difference, 0, Limit);
            Assert.InRange(lift, 0, Limit);
        }
        foreach (var (share, buyers, sigma) in new[] { (0.5, 0.05, 2.0), (0.1, 0.05, 2.0), (0.5, 1.0, 1.0) })
        {
            double found = Share(run => Capped(new Random(run), share, buyers, sigma, 8000));
            Report($"capped revenue, buyers {buyers}, sigma {sigma}, treatment {share}", found);
            Assert.InRange(found, 0, Limit);
        }
    }

    private static bool Stops(Random random, double[] z, int perLook, double rate)
    {
        (long a, long b) = (0, 0);
        for (int look = 0; look < z.Length; look++)
        {
            for (int i = 0; i < perLook; i++)
                (a, b) = (a + (random.NextDouble() < rate ? 1 : 0), b + (random.NextDouble() < rate ? 1 : 0));
            long n = (look + 1L) * perLook;
            if (a + b > 0 && a + b < 2 * n && Math.Abs(WaldRates.Between(new(a, n), new(b, n)).Statistic!.Value) > z[look])
                return true;
        }
        return false;
    }

    private static bool Rates(Random random, double share, double rate, int users, bool guarded)
    {
        ProportionCounts a = default, b = default;
        for (int i = 1; i <= users; i++)
        {
            Add(random, share, rate, ref a, ref b);
            if (!IsLook(i) || !(Variance(a) + Variance(b) > 0))
                continue;
            if (guarded && Math.Min(Math.Min(a.Successes, b.Successes), Math.Min(a.Failures, b.Failures)) < NormalEvidence.Rates.Needed)
                continue;
            var effect = WaldRates.Between(a, b);
            if ((guarded ? AsymptoticSequence.Of(effect, new NormalEvidence.Rates(a, b)) : AsymptoticSequence.Unchecked(effect)).PValue <= 0.05)
                return true;
        }
        return false;
    }

    private static bool Revenue(Random random, double share, double buyers, double sigma, int users, bool guarded)
    {
        Running a = default, b = default;
        for (int i = 1; i <= users; i++)
        {
            double value = Spend(random, buyers, sigma);
            (a, b) = random.NextDouble() < share ? (a, b.Add(value)) : (a.Add(value), b);
            if (!IsLook(i) || !(Math.Min(a.Count, b.Count) >= (guarded ? NormalEvidence.Values.Needed : 2)) || !(a.SquaredError + b.SquaredError > 0))
                continue;
            double largest = Math.Max(a.LargestPart, b.LargestPart) / (a.SquaredError + b.SquaredError);
            if (guarded && largest > NormalEvidence.Values.Most)
                continue;
            var effect = EffectEstimate.FromStandardError(EffectScale.Absolute, b.Mean - a.Mean, Math.Sqrt(a.SquaredError + b.SquaredError), null, EffectTest.Usual, "Welch", a.Count, b.Count);
            if ((guarded ? AsymptoticSequence.Of(effect, new NormalEvidence.Values(largest)) : AsymptoticSequence.Unchecked(effect)).PValue <= 0.05)
                return true;
        }
        return false;
    }

    private static bool ExactRates(Random random, double share, double rate, int users, Func<ProportionCounts, ProportionCounts, double> pValue)
    {
        ProportionCounts a = default, b = default;
        for (int i = 1; i <= users; i++)
        {
            Add(random, share, rate, ref a, ref b);
            if (IsLook(i) && a.Count > 0 && b.Count > 0 && pValue(a, b) <= 0.05)
                return true;
        }
        return false;
    }

    private static double Variance(ProportionCounts counts) => counts.Count < 2 ? double.NaN : counts.Share * (1 - counts.Share) / counts.Count;

    private static bool Capped(Random random, double share, double buyers, double sigma, int users)
    {
        var sequence = new BoundedSequence(20, share);
        for (int i = 0; i < users; i++)
        {
            double value = Spend(random, buyers, sigma);
            sequence.Add(random.NextDouble() < share, value);
        }
        // The p-value is the smallest so far.
        return sequence.ToEstimate().PValue <= 0.05;
    }

    private static void Add(Random random, double share, double rate, ref ProportionCounts a, ref ProportionCounts b)
    {
        bool treated = random.NextDouble() < share;
        var user = new ProportionCounts(random.NextDouble() < rate ? 1 : 0, 1);
        (a, b) = treated ? (a, b + user) : (a + user, b);
    }

    private static double Spend(Random random, double buyers, double sigma) =>
        random.NextDouble() < buyers ? Math.Exp(sigma * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1)) : 0;

    /// <summary>At each of the first fifty users, then each two per cent further.</summary>
    private static bool IsLook(int users) => users <= 50 || (int)(Math.Log(users) * 50) > (int)(Math.Log(users - 1) * 50);

    private static double Share(Func<int, bool> found)
    {
        int count = 0;
        Parallel.For(0, Runs, run => Interlocked.Add(ref count, found(run) ? 1 : 0));
        return (double)count / Runs;
    }

    private static void Report(string name, double share) =>
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {share:0.000}"));

    /// <summary>Sums of an arm; the values are 0 or more, so that the largest is the furthest from the mean where one matters.</summary>
    private readonly record struct Running(long Count, double Sum, double Squares, double Largest)
    {
        public Running Add(double value) => new(Count + 1, Sum + value, Squares + value * value, Math.Max(Largest, value));

        public double Mean => Sum / Count;

        public double SquaredError => (Squares - Sum * Mean) / (Count - 1) / Count;

        public double LargestPart => (Largest - Mean) * (Largest - Mean) / Count / (Count - 1);
    }
}
