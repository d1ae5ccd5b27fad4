using System.Globalization;
using System.IO.Compression;
using CsCheck;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Statistics;

public class KaplanMeierTests
{
    private static readonly double[] Maintained = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
    private static readonly bool[] MaintainedRelapsed = [true, true, false, true, true, false, true, true, false, true, false];
    private static readonly double[] Nonmaintained = [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
    private static readonly bool[] NonmaintainedRelapsed = [true, true, true, true, true, false, true, true, true, true, true, true];

    [Fact]
    public void Survival_matches_the_leukaemia_data_of_Miller_1981()
    {
        // R survival: summary(survfit(Surv(time, status) ~ x, data = aml)).
        var maintained = KaplanMeier.Fit(Maintained, MaintainedRelapsed);
        double[] expected = [.909091, .818182, .715909, .613636, .490909, .368182, .184091];
        Assert.Equal(expected, maintained.Points.Select(point => Math.Round(point.Survival, 6)));
        var other = KaplanMeier.Fit(Nonmaintained, NonmaintainedRelapsed);
        Assert.Equal([.8333, .6667, .5833, .4861, .3889, .2917, .1944, .0972, 0], other.Points.Select(point => Math.Round(point.Survival, 4)));
        Assert.Equal((31, 23), (maintained.Median, other.Median));
    }

    [Fact]
    public void Medians_and_intervals_match_lifelines_on_the_Walton_flies()
    {
        // lifelines and R: all 56 (53–58), control 58 (56–60), miR-137 26. The lower bound 19 of the last is that of the log-log scale,
        // recomputed with NumPy; R's default, the log scale, gives 22.
        var rows = File.ReadLines(PublicData.Path("survival/waltons_dataset.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        HasMedian(rows, 56, 53, 58);
        HasMedian([.. rows.Where(row => row[2] == "control")], 58, 56, 60);
        HasMedian([.. rows.Where(row => row[2] == "miR-137")], 26, 19, 29);
    }

    [Fact]
    public void The_median_tenure_of_monthly_contracts_matches_R()
    {
        // R survfit on the Telco customers with month-to-month contracts: 35 (32–38).
        string[][] rows = [.. ReadGzip(PublicData.Path("telco-churn/Telco-Customer-Churn.csv.gz")).Select(line => line.Split(','))];
        int tenure = Array.IndexOf(rows[0], "tenure"), contract = Array.IndexOf(rows[0], "Contract"), churn = Array.IndexOf(rows[0], "Churn");
        HasMedian([.. rows.Where(row => row[contract] == "Month-to-month").Select(row => (string[])[row[tenure], row[churn] == "Yes" ? "1" : "0"])], 35, 32, 38);
    }

    private static IEnumerable<string> ReadGzip(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static void HasMedian(string[][] rows, double median, double lower, double upper)
    {
        var fit = KaplanMeier.Fit([.. rows.Select(row => double.Parse(row[0], CultureInfo.InvariantCulture))], [.. rows.Select(row => row[1] == "1")]);
        Assert.Equal(median, fit.Median);
        Assert.Equal((lower, upper), (fit.MedianInterval!.Value.Lower, fit.MedianInterval.Value.Upper));
    }

    [Fact]
    public void A_median_that_half_never_reached_is_absent()
    {
        var fit = KaplanMeier.Fit([1, 2, 3, 4], [true, false, false, false]);
        Assert.Null(fit.Median);
        Assert.Equal((1, 0.75), (fit.SurvivalAt(0.9), fit.SurvivalAt(100)));
    }

    [Fact]
    public void Without_censoring_survival_is_the_share_that_lasted_longer() =>
        Gen.Double[0, 100].Array[1, 50].Sample(times =>
        {
            var fit = KaplanMeier.Fit(times, [.. times.Select(_ => true)]);
            foreach (double time in times)
                Assert.Equal(times.Count(other => other > time) / (double)times.Length, fit.SurvivalAt(time), 1e-9);
        }, iter: 200);

    [Fact]
    public void Negative_durations_and_impossible_levels_are_refused()
    {
        Assert.Throws<UserOpsException>(() => KaplanMeier.Fit([-1], [true]));
        Assert.Throws<UserOpsException>(() => KaplanMeier.Fit([double.NaN], [true]));
        Assert.Throws<UserOpsException>(() => KaplanMeier.Fit([1], [true], double.NaN));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fit([1], []));
    }
}
