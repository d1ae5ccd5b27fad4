using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class CoxTests
{
    private static readonly Covariate[] All = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];

    [Fact]
    public void The_Rossi_data_with_Efrons_ties_match_R()
    {
        // R survival 3.5-3: coxph(Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio), here and below with control = coxph.control(eps = 1e-15):
        // R stops earlier by default, and the last digits published for prio (.09149708) are those of the step before.
        var model = Spells.Rossi().Cox(new() { Covariates = All });
        Expect([-.379422166871, -.0574377430138, .313899785949, -.149795697223, -.43370387669, -.0848710829908, .0914970793511], model.Coefficients.Select(one => one.Estimate));
        Expect([.1913794807135, .021999470628, .307992776393, .212224296158, .381868057465, .195756671921, .0286485500735], model.Coefficients.Select(one => one.StandardError));
        Expect([-675.380632347, -658.747659446], [model.NullLogLikelihood, model.LogLikelihood]);
        Expect([33.2659458016, 33.5286888997, 32.1126101919], Tests(model));
        Assert.Equal(0.6403292471, model.Concordance.Value, 9);
        Assert.Equal(0.0266581227726, model.Concordance.StandardError, 9);
        Assert.Equal(27242 + 15291 + 49, model.Concordance.Pairs);
    }

    [Fact]
    public void The_Rossi_data_with_Breslows_ties_match_R()
    {
        // R survival 3.5-3, ties = "breslow".
        var model = Spells.Rossi().Cox(new() { Covariates = All, Ties = Ties.Breslow });
        Expect([-.379021887795, -.0572459253636, .314129765068, -.151114599628, -.432782572549, -.0849828357516, .0911115405005], model.Coefficients.Select(one => one.Estimate));
        Expect([.1913644258598, .0219831857515, .308017279579, .212123160796, .381794935064, .195748207323, .0286312530668], model.Coefficients.Select(one => one.StandardError));
        Expect([-675.683389417, -659.120605677], [model.NullLogLikelihood, model.LogLikelihood]);
        Expect([33.1255674803, 33.3828204241, 31.9810169859], Tests(model));
    }

    [Fact]
    public void The_Rossi_data_with_exact_ties_match_R()
    {
        // R survival 3.5-3, ties = "exact".
        var model = Spells.Rossi().Cox(new() { Covariates = All, Ties = Ties.Exact });
        Expect([-.381567617442, -.0575246588519, .316457911832, -.152243185463, -.434923614188, -.0854571370018, .0918879268203], model.Coefficients.Select(one => one.Estimate));
        Expect([.1920069359089, .022037773262, .30892546813, .212774456598, .382502123739, .196455016127, .0287963461014], model.Coefficients.Select(one => one.StandardError));
        Expect([-613.752814771, -597.091877444], [model.NullLogLikelihood, model.LogLikelihood]);
        Expect([33.3218746548, 33.5591313468, 32.1018528157], Tests(model));
    }

    [Fact]
    public void Strata_match_R()
    {
        // R survival 3.5-3: coxph(Surv(week, arrest) ~ fin + age + prio + strata(wexp)).
        var model = Spells.Rossi().Cox(new() { Covariates = ["fin", "age", "prio"], Strata = "wexp" });
        Expect([-.350803444091, -.0600149996319, .0878762105244], model.Coefficients.Select(one => one.Estimate));
        Expect([.1902621800092, .0220117880376, .0283170348387], model.Coefficients.Select(one => one.StandardError));
        Expect([-592.773120256, -582.473259917], [model.NullLogLikelihood, model.LogLikelihood]);
        Expect([.602986857826, .0289573330968], [model.Concordance.Value, model.Concordance.StandardError]);
    }

    [Fact]
    public void Robust_and_cluster_errors_match_R()
    {
        // R survival 3.5-3: coxph(Surv(week, arrest) ~ fin + age + prio, robust = TRUE), Efron and Breslow; ~ fin + age, cluster = prio.
        var rossi = Spells.Rossi();
        var robust = rossi.Cox(new() { Covariates = ["fin", "age", "prio"], Errors = CoxErrors.Robust });
        Expect([.191120507058, .0234522663438, .0270252616487], robust.Coefficients.Select(one => one.StandardError));
        Assert.Equal(24.9641627785, robust.Wald.Statistic, 8);
        var breslow = rossi.Cox(new() { Covariates = ["fin", "age", "prio"], Errors = CoxErrors.Robust, Ties = Ties.Breslow });
        Expect([.19027282237, .0233673893111, .0268131500461], breslow.Coefficients.Select(one => one.StandardError));
        var cluster = rossi.Cox(new() { Covariates = ["fin", "age"], Errors = CoxErrors.Robust, Cluster = "prio" });
        Expect([.099289363135, .0176589914211], cluster.Coefficients.Select(one => one.StandardError));
        Expect([38.4316909235, .611936968672, .0169887504261], [cluster.Wald.Statistic, cluster.Concordance.Value, cluster.Concordance.StandardError]);
    }

    [Fact]
    public void Late_entry_with_many_ties_matches_R()
    {
        // R survival 3.5-3 on the generated spells: coxph(Surv(entry, stop, event) ~ x + z), Efron, Breslow, robust, cluster = g, + factor(g), + strata(g).
        var spells = Spells.Generated();
        var efron = spells.Cox(new() { Covariates = ["x", "z"] });
        Expect([.477187886878, -.234578973979, .0988508888715, .3861378081709], [.. efron.Coefficients.Select(one => one.Estimate), .. efron.Coefficients.Select(one => one.StandardError)]);
        Expect([-341.536936411, -329.010754906, .680457558264, .0325308914112], [efron.NullLogLikelihood, efron.LogLikelihood, efron.Concordance.Value, efron.Concordance.StandardError]);
        var breslow = spells.Cox(new() { Covariates = ["x", "z"], Ties = Ties.Breslow });
        Expect([.458676793633, -.232487976667, -332.827514982], [.. breslow.Coefficients.Select(one => one.Estimate), breslow.LogLikelihood]);
        var robust = spells.Cox(new() { Covariates = ["x", "z"], Errors = CoxErrors.Robust });
        Expect([.0986546188759, .3557756768255, 23.9339539660], [.. robust.Coefficients.Select(one => one.StandardError), robust.Wald.Statistic]);
        var cluster = spells.Cox(new() { Covariates = ["x", "z"], Errors = CoxErrors.Robust, Cluster = "g" });
        Expect([.219253248048, .266745266476, .0829913014378], [.. cluster.Coefficients.Select(one => one.StandardError), cluster.Concordance.StandardError]);
        var words = spells.Cox(new() { Covariates = ["x", "z", new("g") { Reference = "1" }] });
        Expect([.471252081625, -.237043030558, -.439577949693, .019964958950, -326.881924829], [.. words.Coefficients.Select(one => one.Estimate), words.LogLikelihood]);
        Assert.Equal(["x", "z", "g = 2", "g = 3"], words.Coefficients.Select(one => one.Name));
        var strata = spells.Cox(new() { Covariates = ["x", "z"], Strata = "g" });
        Expect([.520725642868, -.366863115736, .103791027792, .397899654249], [.. strata.Coefficients.Select(one => one.Estimate), .. strata.Coefficients.Select(one => one.StandardError)]);
        Expect([.724327628362, .0364287321283], [strata.Concordance.Value, strata.Concordance.StandardError]);
    }

    [Fact]
    public void The_leukaemia_patients_and_the_Telco_customers_match_R()
    {
        // R survival 3.5-3: coxph(Surv(time, status) ~ x, aml); coxph(Surv(tenure, Churn == "Yes") ~ Contract + MonthlyCharges).
        var patients = Spells.Leukaemia().Cox(new() { Covariates = [new("x") { Reference = "Maintained" }] });
        Expect([.915532575015, .511934275172, -41.0326155965], [patients.Coefficients[0].Estimate, patients.Coefficients[0].StandardError, patients.LogLikelihood]);
        Expect([.619047619048, .0631849960441], [patients.Concordance.Value, patients.Concordance.StandardError]);
        var customers = Spells.Telco().Cox(new() { Covariates = ["Contract", "MonthlyCharges"] });
        Assert.Equal(-2.18989273, customers["Contract = One year"].Estimate, 7);
        Assert.Equal(-4.22208642, customers["Contract = Two year"].Estimate, 7);
        Assert.Equal(-14343.5419, customers.LogLikelihood, 3);
        Expect([.753444363847, .00459288630129], [customers.Concordance.Value, customers.Concordance.StandardError]);
    }

    [Fact]
    public void Predicted_survival_and_its_errors_match_R()
    {
        // R survival 3.5-3: summary(survfit(coxph(Surv(week, arrest) ~ fin + age + prio), newdata, conf.type = "log-log"), times = c(10, 30, 52)).
        var model = Spells.Rossi().Cox(new() { Covariates = ["fin", "age", "prio"] });
        var prediction = model.Predict(new("two", [Number("fin", 0, 1), Number("age", 20, 30), Number("prio", 5, 1)]));
        double[] times = [10, 30, 52];
        Expect([.941862571006, .771154606222, .578681394459], times.Select(time => prediction.At(0, time)));
        Expect([.985419389299, .938262379741, .874468790699], times.Select(time => prediction.At(1, time)));
        Expect([.0154808728073, .0324317635236, .0440334658693], times.Select(time => prediction.StandardError(0, time)));
        Expect([.00477646717916, .0142289065573, .0253344301619], times.Select(time => prediction.StandardError(1, time)));
        Expect([.902523321823, .699865567852, .487505169779], times.Select(time => prediction.IntervalAt(0, time)!.Value.Lower));
        Expect([.992337179312, .96081696769, .915903802528], times.Select(time => prediction.IntervalAt(1, time)!.Value.Upper));
        Assert.True(double.IsNaN(prediction.At(0, 53)));
        var breslow = Spells.Rossi().Cox(new() { Covariates = ["fin", "age", "prio"], Ties = Ties.Breslow }).Predict(new("one", [Number("fin", 0), Number("age", 20), Number("prio", 5)]));
        Expect([.942021105371, .771904887636, .580130172056], times.Select(time => breslow.At(0, time)));
        Expect([.0154424435908, .0323394473432, .0439302373855], times.Select(time => breslow.StandardError(0, time)));
        var late = Spells.Generated().Cox(new() { Covariates = ["x", "z"] }).Predict(new("one", [Number("x", 1), Number("z", 0.5)]));
        Expect([.6200917437257, .3422959061596, .0687591588737], new[] { 5.0, 10, 20 }.Select(time => late.At(0, time)));
        Expect([.0921466721640, .0636464548952, .0273242544935], new[] { 5.0, 10, 20 }.Select(time => late.StandardError(0, time)));
    }

    private static UserOps.Data.NumberColumn Number(string name, params double[] values) => new(name, values);

    private static double[] Tests(CoxResult model) => [model.LikelihoodRatio.Statistic, model.Score.Statistic, model.Wald.Statistic];

    private static void Expect(double[] expected, IEnumerable<double> actual) => Numbers.Close(expected, [.. actual]);
}
