using UserOps.Budget;
using UserOps.Data;
using UserOps.Samples;

namespace UserOps.Tests.Budget;

/// <summary>Weeks whose truth is known: base, trend, season, two channels with carry-over and saturation, errors that hand a part on to the next week.</summary>
internal sealed class SimulatedMix
{
    public static readonly string[] Channels = ["tv", "search"];

    private static readonly ResponseCurve[] Curves =
        [new(40_000, new Saturation.Hill(9_000, 1.4)) { CarryOver = 2 }, new(30_000, new Saturation.Hill(4_000, 1)) { CarryOver = 1.25 }];

    private static readonly Adstock[] Adstocks = [new Adstock.Geometric(0.5), new Adstock.Geometric(0.2)];

    private SimulatedMix(TypedTable table, double[] contributions, double[] spend) => (Table, Contributions, Spend) = (table, contributions, spend);

    public TypedTable Table { get; }

    /// <summary>What each channel brought in all weeks.</summary>
    public double[] Contributions { get; }

    public double[] Spend { get; }

    public static MixDefinition Definition(int replicates) => new("sales", "tv", "search") { Replicates = replicates, SeasonWaves = 1, HoldOut = 0, Starts = 3 };

    /// <param name="weeks">How many weeks.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="noise">The deviation of errors.</param>
    /// <param name="handedOn">The part of an error that the next week keeps.</param>
    /// <param name="tvFollowsSearch">The part of television that follows search, 0 to 1.</param>
    public static SimulatedMix Make(int weeks, int seed, double noise = 3_000, double handedOn = 0.3, double tvFollowsSearch = 0)
    {
        var chance = Chance.For(seed, Purpose.Session);
        double[] tv = new double[weeks], search = new double[weeks], sales = new double[weeks];
        double error = 0;
        for (int week = 0; week < weeks; week++)
        {
            search[week] = 3_000 * Math.Exp(0.6 * chance.Normal());
            tv[week] = tvFollowsSearch * 1.5 * search[week] + (1 - tvFollowsSearch) * (chance.Happens(0.5) ? 8_000 * Math.Exp(0.5 * chance.Normal()) : 0);
        }
        double[][] stocks = [Adstocks[0].Apply(tv), Adstocks[1].Apply(search)];
        double[] contributions = new double[2];
        for (int week = 0; week < weeks; week++)
        {
            error = handedOn * error + Math.Sqrt(1 - handedOn * handedOn) * noise * chance.Normal();
            sales[week] = 100_000 + 100 * week + 8_000 * Math.Sin(2 * Math.PI * week * 7 / 365.25) + error;
            for (int channel = 0; channel < 2; channel++)
            {
                double brought = Curves[channel].Most * Curves[channel].Saturation.Share(stocks[channel][week]);
                contributions[channel] += brought;
                sales[week] += brought;
            }
        }
        long start = new DateTime(2021, 1, 4).Ticks;
        return new(new("weeks",
        [
            new TimeColumn("week", [.. Enumerable.Range(0, weeks).Select(week => start + week * 7 * TimeSpan.TicksPerDay)]), new NumberColumn("sales", sales), new NumberColumn("tv", tv), new NumberColumn("search", search),
        ]), contributions, [tv.Sum(), search.Sum()]);
    }

    /// <summary>What one more unit every week would truly bring at the mean spend.</summary>
    public double Marginal(int channel) => Curves[channel].Marginal(Spend[channel] / Table.RowCount);
}
