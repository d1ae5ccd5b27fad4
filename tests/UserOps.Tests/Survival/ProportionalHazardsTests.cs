using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class ProportionalHazardsTests
{
    // R survival 3.5-3: cox.zph(coxph(Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio), transform).
    [Theory]
    [InlineData(TimeTransform.KaplanMeier, .0624297500894, 5.97398166115, 2.06826538335, 4.2245956387, 1.01102156455, .0183832991358, .520584267006, 17.694415296)]
    [InlineData(TimeTransform.Identity, .00895055826555, 6.61594379791, 2.14442625261, 3.87675512984, 1.03134831884, .0281765986864, .424798411108, 18.1826870814)]
    [InlineData(TimeTransform.Rank, 1.38380844698, .89642146211, 2.25997814685, 4.15968375665, .0895921419991, .0218516556773, 1.64080348263, 11.0251834348)]
    [InlineData(TimeTransform.Log, .137599435179, 8.23149835044, 1.61708493679, 2.08585484515, 1.12597331496, .219202810352, .0134790713643, 17.6615705937)]
    public void The_Rossi_data_match_R_on_every_scale_of_time(TimeTransform transform, params double[] expected)
    {
        var test = Spells.Rossi().Cox(new() { Covariates = ["fin", "age", "race", "wexp", "mar", "paro", "prio"] }).ProportionalHazards(transform);
        Expect(expected, test);
    }

    [Fact]
    public void P_values_match_the_published_ones()
    {
        // R (survival 3 or later) on the Rossi data: age p .0145, wexp .0398, all .01343.
        var test = Spells.Rossi().Cox(new() { Covariates = ["fin", "age", "race", "wexp", "mar", "paro", "prio"] }).ProportionalHazards();
        Assert.Equal((.0145, .0398, .01343), (Math.Round(test["age"].PValue, 4), Math.Round(test["wexp"].PValue, 4), Math.Round(test.Global.PValue, 5)));
    }

    [Fact]
    public void Strata_Breslows_ties_late_entry_and_words_match_R()
    {
        // R survival 3.5-3, cox.zph with the default scale.
        var rossi = Spells.Rossi();
        Expect([.0556688160998, 11.4289325607, .0569918698823, 11.4470770129], rossi.Cox(new() { Covariates = ["fin", "age", "prio"], Strata = "wexp" }).ProportionalHazards());
        Expect([1.351805176675, 3.0004759859, .744356970119, 4.67625505579], rossi.Cox(new() { Covariates = ["fin", "age", "prio"], Strata = "wexp" }).ProportionalHazards(TimeTransform.Rank));
        Expect([.0622559364744, 6.28984409516, .509694503085, 7.09213765506], rossi.Cox(new() { Covariates = ["fin", "age", "prio"], Ties = Ties.Breslow }).ProportionalHazards());
        var spells = Spells.Generated().Cox(new() { Covariates = ["x", "z", new("g") { Reference = "1" }] });
        Expect([.000364557530092, .224055263363552, .964144229432321, 1.533122639753382], spells.ProportionalHazards());
        Expect([.320978920109, .211092410350, .385582578824, 1.194853639094], spells.ProportionalHazards(TimeTransform.Identity));
        Expect([.386820472507, .218116922990, .504801936141, 1.421395857173], spells.ProportionalHazards(TimeTransform.Rank));
        Expect([.000476714238562, .148199963403861, 1.107023715779634, 1.526113652201841], spells.ProportionalHazards(TimeTransform.Log));
        Assert.Equal(2, spells.ProportionalHazards()["g"].DegreesOfFreedom);
    }

    [Fact]
    public void The_Telco_contracts_do_not_keep_their_ratio()
    {
        // R survival 3.5-3: cox.zph(coxph(Surv(tenure, Churn == "Yes") ~ Contract + MonthlyCharges)).
        var test = Spells.Telco().Cox(new() { Covariates = ["Contract", "MonthlyCharges"] }).ProportionalHazards();
        Expect([111.0466857273, 62.8178801388, 190.0794708973], test);
        Assert.Contains("Hazard ratios change over time (Contract, MonthlyCharges)", test.ToString(), StringComparison.Ordinal);
    }

    private static void Expect(double[] expected, ProportionalHazardsTest test) =>
        Numbers.Close(expected, [.. test.Terms.Append(test.Global).Select(one => one.Statistic)], 1e-7);
}
