using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class LogRankTests
{
    [Fact]
    public void The_Walton_flies_match_R_and_statsmodels()
    {
        // R survival 3.5-3: survdiff(Surv(T, E) ~ group, rho = 0 and 1); statsmodels 0.13.5: survdiff(weight_type = "gb", "tw").
        var flies = Spells.Waltons();
        var plain = flies.LogRank(new() { By = "group" });
        Assert.Equal(122.249125573, plain.ChiSquare, 8);
        Assert.Equal([122, 34], plain.Groups.Select(group => group.Observed));
        Assert.Equal(7.07551027131, plain.Groups[1].Expected, 9);
        Assert.Equal(139.843934199, Chi(flies, "group", new LogRankWeights.FlemingHarrington(1)), 8);
        Assert.Equal(139.6478661320201, Chi(flies, "group", new LogRankWeights.Gehan()), 8);
        Assert.Equal(133.88107979392612, Chi(flies, "group", new LogRankWeights.TaroneWare()), 8);
        Assert.InRange(plain.PValue, 1e-30, 1e-26);
    }

    [Fact]
    public void The_leukaemia_patients_and_the_six_of_lifelines_match_R()
    {
        var patients = Spells.Leukaemia().LogRank(new() { By = "x" });
        Assert.Equal(3.3963886989776, patients.ChiSquare, 9);
        Assert.Equal(0.0653393220405, patients.PValue, 9);
        var six = SurvivalData.Of([10, 20, 30, 10, 20, 50], [true, false, true, true, false, true],
            columns: new("six", [TextColumn.From("arm", ["a", "a", "a", "b", "b", "b"])])).LogRank(new() { By = "arm" });
        Assert.Equal(0.384615384615, six.ChiSquare, 9);
        Assert.Equal(0.535143452398, six.PValue, 9);
    }

    [Fact]
    public void Strata_and_many_groups_match_R()
    {
        // R survival 3.5-3 on rossi.csv: survdiff(Surv(week, arrest) ~ fin + strata(wexp), rho = 0 and 1), and ~ prio with 17 groups.
        var rossi = Spells.Rossi();
        Assert.Equal(3.83756957655, Chi(rossi, "fin"), 8);
        Assert.Equal(4.03310682025, rossi.LogRank(new() { By = "fin", Strata = "wexp" }).ChiSquare, 8);
        Assert.Equal(4.051134032, rossi.LogRank(new() { By = "fin", Strata = "wexp", Weights = new LogRankWeights.FlemingHarrington(1) }).ChiSquare, 7);
        Assert.Equal(3.793963800789833, rossi.LogRank(new() { By = "fin", Strata = "wexp", Weights = new LogRankWeights.Gehan() }).ChiSquare, 8);
        var many = rossi.LogRank(new() { By = "prio" });
        Assert.Equal(41.8010187331, many.ChiSquare, 7);
        Assert.Equal(16, many.DegreesOfFreedom);
    }

    [Fact]
    public void Late_entry_matches_statsmodels()
    {
        // statsmodels 0.13.5: survdiff(stop, event, g, entry = entry) on the generated spells.
        var spells = Spells.Generated();
        Assert.Equal(5.137362389382605, Chi(spells, "g"), 9);
        Assert.Equal(4.536054153859109, Chi(spells, "g", new LogRankWeights.Gehan()), 9);
        Assert.Equal(5.138630462952612, Chi(spells, "g", new LogRankWeights.TaroneWare()), 9);
    }

    [Fact]
    public void Groups_that_meet_only_within_their_stratum_add_up()
    {
        // R survival 3.5-3: survdiff of a and b, and of c and d, which never stand in one stratum: 0.3955 + 0.0900 on 1 + 1 degrees of freedom; in one call R finds a singular matrix.
        var data = SurvivalData.Of([1, 3, 5, 7, 9, 2, 4, 6, 8, 10, 1, 2, 6, 7, 11, 3, 4, 5, 9, 12], [.. "11101101111101111110".Select(mark => mark == '1')], columns: new("t",
            [TextColumn.From("g", [.. "aaaaabbbbbcccccddddd".Select(letter => letter.ToString())]), TextColumn.From("s", [.. "uuuuuuuuuuvvvvvvvvvv".Select(letter => letter.ToString())])]));
        var test = data.LogRank(new() { By = "g", Strata = "s" });
        Assert.Equal(0.48550509913922, test.ChiSquare, 10);
        Assert.Equal(2, test.DegreesOfFreedom);
    }

    [Fact]
    public void The_Telco_contracts_match_R() =>
        // R survival 3.5-3: survdiff(Surv(tenure, Churn) ~ Contract) gives 2352.9.
        Assert.Equal(2352.9, Math.Round(Chi(Spells.Telco(), "Contract"), 1));

    [Fact]
    public void One_group_and_groups_that_never_meet_are_refused()
    {
        var spells = SurvivalData.Of([1, 2, 3, 4], [true, true, true, true],
            columns: new("four", [TextColumn.From("one", ["a", "a", "a", "a"])]));
        var refused = Assert.Throws<InsufficientDataException>(() => spells.LogRank(new() { By = "one" }));
        Assert.Contains("one group only ('a' in 'one')", refused.Message, StringComparison.Ordinal);
        var apart = SurvivalData.Of([5, 10], [true, true], entries: [0, 6], columns: new("two", [TextColumn.From("g", ["a", "b"])]));
        Assert.Throws<InsufficientDataException>(() => apart.LogRank(new() { By = "g" }));
    }

    private static double Chi(SurvivalData data, string by, LogRankWeights? weights = null) =>
        data.LogRank(new() { By = by, Weights = weights ?? new LogRankWeights.LogRank() }).ChiSquare;
}
