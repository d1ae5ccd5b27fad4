using UserOps.Data;
using UserOps.Experiments;
using UserOps.Experiments.Effects;
using UserOps.Experiments.Sequential;
using UserOps.Testing;

namespace UserOps.Tests.Experiments;

public class CupedTests
{
    [Fact]
    public void Ratios_adjusted_by_the_earlier_ratio_are_those_of_gbstats()
    {
        // R12: gbstats, test_two_sided_ttest_test_runs_ratio_ra.
        var cuped = Cuped.OfRatiosByEarlierRatio(
            Moments(485.112236689623, 2715.484666118136, 679.9093275844917, 4939.424001640236, 192.59138069991536, 460.076026390857, 290.1398399750233, 920.9461385038898,
                1113.6215759318352, 2130.9404074446747, 634.239482353647, 3602.146836776702, 1559.2878434944676, 1460.3181079276983),
            Moments(514.7757826608777, 2994.897482705013, 705.4090874383759, 5291.36604146392, 206.94157227402536, 514.2903702246757, 302.54389139107326, 994.4506208125663,
                1237.0953021125997, 2292.081739775257, 698.4173425817908, 3918.1561431600717, 1701.0287270040265, 1604.0759503266522));
        var effect = cuped.Contrast.Relative(RelativeMethod.Delta)!;
        Assert.Equal(-0.0007, effect.Value, 4);
        Assert.Equal(0.00391, effect.StandardError!.Value, 5);
        Assert.Equal(0.85771, effect.PValue, 5);
        Assert.Equal(-0.00841, effect.Interval.Lower, 5);
        Assert.Equal(0.00700, effect.Interval.Upper, 5);
        // gbstats, the sequential test of the same data, tuned for 5,000.
        var always = AsymptoticSequence.Unchecked(effect).Interval;
        Assert.Equal(-0.02063, always.Lower, 5);
        Assert.Equal(0.01923, always.Upper, 5);
    }

    [Fact]
    public void With_the_coefficient_of_tea_tasting_its_ratio_test_comes_out()
    {
        // R18: tea-tasting, n = 100, less, normal: θ pooled over both arms.
        (SampleMoments control, SampleMoments treatment) = Users("tea_tasting_users_n100_seed42.csv", "orders", "sessions", "orders_covariate", "sessions_covariate");
        var contrast = Cuped.OfRatiosByEarlierRatio(control, treatment, [0.5673594920319417]).Contrast;
        Assert.Equal(-0.3573188986, contrast.Difference / contrast.StandardError, 9);
        Assert.Equal(-0.020225616797528573, contrast.Difference, 10);
        // Within the arms (numpy 1.24), where an effect cannot leak into the coefficient.
        var own = Cuped.OfRatiosByEarlierRatio(control, treatment);
        Assert.Equal(0.5630105137583976, own.Coefficients[0], 10);
        Assert.Equal(-0.02071038142605873, own.Contrast.Difference, 10);
        Assert.Equal(0.05660713361390317, own.Contrast.StandardError, 10);
    }

    [Fact]
    public void The_mean_of_tea_tasting_comes_out()
    {
        (SampleMoments control, SampleMoments treatment) = Users("tea_tasting_users_n100_seed42.csv", "orders");
        var contrast = Contrast.OfMeans(control, treatment);
        var effect = contrast.Absolute();
        Assert.Equal(0.5660377, contrast.Control, 7);
        Assert.Equal(-0.183059012, effect.Value, 9);
        Assert.Equal(-0.500435936, effect.Interval.Lower, 9);
        Assert.Equal(0.134317911, effect.Interval.Upper, 9);
        Assert.Equal(0.25512305, effect.PValue, 8);
        Assert.Equal(-1.1447678, effect.Statistic!.Value, 7);
        Assert.Equal(96.97, effect.DegreesOfFreedom!.Value, 2);
        var relative = contrast.Relative(RelativeMethod.LogDelta)!;
        Assert.Equal(-0.659335, relative.Interval.Lower, 2);
    }

    [Fact]
    public void One_and_several_covariates_agree_with_least_squares_in_numpy()
    {
        // numpy 1.24: θ = W⁻¹ k from sums within arms, then scipy.stats.ttest_ind(equal_var=False) on y − θ'x.
        (SampleMoments control, SampleMoments treatment) = Users("tea_tasting_users_n4000_seed42.csv", "revenue", "orders_covariate", "sessions_covariate", "revenue_covariate");
        var three = Cuped.OfMeans(control, treatment);
        Assert.Equal([2.8602646, -0.52808072, 0.27542797], three.Coefficients.Select(theta => Math.Round(theta, 8)));
        Assert.Equal(0.7289541696855775, three.Contrast.Difference, 9);
        Assert.Equal(0.2639100062812392, three.Contrast.StandardError, 9);
        Assert.Equal(0.005769274212908043, three.Contrast.Absolute().PValue, 9);
        var one = Cuped.OfMeans(control.Select(0, 1), treatment.Select(0, 1));
        Assert.Equal(5.07644282, one.Coefficients[0], 8);
        Assert.Equal(0.27355896283079634, one.Contrast.StandardError, 9);
        Assert.InRange(three.VarianceReduction, one.VarianceReduction, 1);
    }

    [Fact]
    public void Spending_of_Hillstrom_adjusted_by_history_comes_out()
    {
        // pandas on Hillstrom, men's e-mail against none: θ = cov(history, spend) ÷ var(history) over both arms together, then unequal variances.
        var table = TypedTable.Open(PublicData.Path("hillstrom/hillstrom.csv.gz"));
        var segment = table.Get<TextColumn>("segment");
        SampleMoments Of(string arm) => SampleMoments.Of([.. new[] { "spend", "history" }.Select(name => table.Get<NumberColumn>(name).Values.Where((_, row) => segment[row] == arm).ToArray())]);
        SampleMoments none = Of("No E-Mail"), mens = Of("Mens E-Mail"), both = none + mens;
        double theta = both.Covariance(0, 1) / both.Variance(1);
        Assert.Equal(0.0012228965, theta, 10);
        var pooled = Contrast.Of(none, mens, [theta], "Welch, CUPED");
        Assert.Equal(0.7674384994, pooled.Difference, 10);
        Assert.Equal(0.1452150, pooled.StandardError, 7);
        // Within the arms, as the workbench does it, nothing of the effect is in θ (numpy 1.24).
        var own = Cuped.OfMeans(none, mens);
        Assert.Equal(0.0012172035835528888, own.Coefficients[0], 12);
        Assert.Equal(0.7674496193131067, own.Contrast.Difference, 10);
        Assert.Equal(0.1452150414985508, own.Contrast.StandardError, 10);
        // Visits of either e-mail, without adjustment.
        Assert.Equal(0.0765895637, Visits("Mens E-Mail").Difference, 9);
        Assert.Equal(0.0033858878, Visits("Mens E-Mail").StandardError, 9);
        Assert.Equal(0.0452331066, Visits("Womens E-Mail").Difference, 9);
        Assert.Equal(0.0032344621, Visits("Womens E-Mail").StandardError, 9);

        Contrast Visits(string arm) => Contrast.OfMeans(Visit("No E-Mail"), Visit(arm));
        SampleMoments Visit(string arm) => SampleMoments.Of([Collected(table.Get<Column>("visit")).Where((_, row) => segment[row] == arm).ToArray()]);
        static double[] Collected(Column column) => column is FlagColumn flags ? [.. flags.Flags.Select(flag => (double)flag)] : ((NumberColumn)column).Values;
    }

    [Fact]
    public void A_covariate_that_says_the_same_twice_or_nothing_changes_nothing()
    {
        (SampleMoments control, SampleMoments treatment) = Users("tea_tasting_users_n4000_seed42.csv", "revenue", "orders_covariate");
        double[,] twice = { { 1, 0 }, { 0, 1 }, { 0, 3 }, { 0, 0 } };
        var doubled = Cuped.OfMeans(control.Map(twice), treatment.Map(twice));
        Assert.Equal(Cuped.OfMeans(control, treatment).Contrast.Difference, doubled.Contrast.Difference, 10);
        Assert.Equal(0, doubled.Coefficients[2]);
    }

    [Fact]
    public void Strata_weigh_as_numpy_does()
    {
        // numpy 1.24 on tea-tasting n = 4000: orders by min(orders_covariate, 2), weights from both arms.
        var table = TypedTable.Open(PublicData.Path("tea-tasting/tea_tasting_users_n4000_seed42.csv"));
        double[] orders = table.Get<NumberColumn>("orders").Values, before = table.Get<NumberColumn>("orders_covariate").Values;
        int[] arm = Arms(table);
        SampleMoments Of(int stratum, int which) => SampleMoments.Of([.. Enumerable.Range(0, orders.Length).Where(row => arm[row] == which && Math.Min(before[row], 2) == stratum).Select(row => orders[row])]);
        var (contrast, leftOut) = Stratified.OfMeans([(Of(0, 0), Of(0, 1)), (Of(1, 0), Of(1, 1)), (Of(2, 0), Of(2, 1))]);
        Assert.Equal(0.054435307107283046, contrast.Difference, 10);
        Assert.Equal(0.022194661200908117, contrast.StandardError, 10);
        Assert.Equal(0, leftOut);
        Assert.Throws<InsufficientDataException>(() => Stratified.OfMeans([(Of(0, 0), SampleMoments.Empty(1))]));
    }

    private static SampleMoments Moments(
        double mPost, double mPost2, double dPost, double dPost2, double mPre, double mPre2, double dPre, double dPre2,
        double mPostMPre, double dPostDPre, double mPreDPre, double mPostDPost, double mPostDPre, double mPreDPost) =>
        SampleMoments.FromSums(100, [mPost, dPost, mPre, dPre], new[,]
        {
            { mPost2, mPostDPost, mPostMPre, mPostDPre }, { mPostDPost, dPost2, mPreDPost, dPostDPre },
            { mPostMPre, mPreDPost, mPre2, mPreDPre }, { mPostDPre, dPostDPre, mPreDPre, dPre2 },
        });

    private static (SampleMoments Control, SampleMoments Treatment) Users(string file, params string[] columns)
    {
        var table = TypedTable.Open(PublicData.Path("tea-tasting/" + file));
        int[] arm = Arms(table);
        SampleMoments Of(int which) => SampleMoments.Of([.. columns.Select(name => table.Get<NumberColumn>(name).Values.Where((_, row) => arm[row] == which).ToArray())]);
        return (Of(0), Of(1));
    }

    private static int[] Arms(TypedTable table) => table.Get<Column>("variant") switch
    {
        FlagColumn flags => [.. flags.Flags.Select(flag => (int)flag)],
        var column => [.. ((NumberColumn)column).Values.Select(value => (int)value)],
    };
}
