using CsCheck;
using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class AcceleratedTimeTests
{
    private static readonly Covariate[] All = ["fin", "age", "race", "wexp", "mar", "paro", "prio"];

    // R survival 3.5-3: survreg(Surv(week, arrest) ~ fin + age + race + wexp + mar + paro + prio, dist, control = survreg.control(rel.tolerance = 1e-14)).
    // Coefficients with the intercept first, standard errors, scale, log-likelihood without and with covariates,
    // and the times at which 10 % and 50 % have had the event for (1, 25, 1, 0, 0, 1, 3), with the standard error of the logarithm of the latter.
    public static TheoryData<LifetimeDistribution, double[], double[], double[], double[]> Rossi => new()
    {
        {
            LifetimeDistribution.Weibull,
            [3.9901347972047, .2721633597460, .0407137983243, -.2248024431732, .1065565869057, .3112732649547, .0588272526162, -.0658169048220],
            [.4190951891792, .1379619168490, .0160035510754, .2201588836003, .1515409670502, .2733022466030, .1396382397229, .0209405752801],
            [.712405333857, -696.624396947785, -679.916563937091], [27.4823374263, 105.1735087351, .165789118116]
        },
        {
            LifetimeDistribution.Exponential,
            [4.0506915379308, .3662643371856, .0555980396230, -.3049390763941, .1467461377415, .4269866908739, .0826479156637, -.0856592107896],
            [.5860395518436, .1911157062743, .0218412877355, .3079402426373, .2116997929920, .3813821237636, .1956041189021, .0283133383699],
            [1, -701.977025993, -686.365940854], [21.6990991374, 142.7543258644, .212159709002]
        },
        {
            LifetimeDistribution.LogNormal,
            [4.2676657038224, .3428476792434, .0272018415028, -.3631599589441, .2681320619534, .4603533747439, .0558793761605, -.0655175101376],
            [.4616895016645, .1640863321427, .0157559633672, .2646917778321, .1788891717869, .2951481813010, .1691112280062, .0270906586227],
            [1.29456992613, -697.91042477767, -683.23462527839], [22.8207039501, 119.9081829033, .195087536098]
        },
        {
            LifetimeDistribution.LogLogistic,
            [3.9183041430289, .2888761393897, .0363655890975, -.2791492592551, .1784238146035, .3473039773708, .0507981698971, -.0691822442975],
            [.4274341376493, .1455852261778, .0155719246004, .2296536521924, .1571852031720, .2696686055067, .1495741713774, .0227418436418],
            [.64713475601, -696.67446869322, -679.93841105273], [26.0110590809, 107.8155813663, .172804708952]
        },
    };

    [Theory]
    [MemberData(nameof(Rossi))]
    public void Every_distribution_matches_R_on_the_Rossi_data(LifetimeDistribution distribution, double[] coefficients, double[] errors, double[] fit, double[] times)
    {
        var model = Spells.Rossi().AcceleratedTime(new() { Covariates = All, Distribution = distribution });
        Expect(coefficients, [.. model.Coefficients.Select(one => one.Estimate)]);
        Expect(errors, [.. model.Coefficients.Select(one => one.StandardError)]);
        Expect(fit, [model.Scale, model.NullLogLikelihood, model.LogLikelihood]);
        var row = new TypedTable("one", [.. All.Zip([1.0, 25, 1, 0, 0, 1, 3], (covariate, value) => new NumberColumn(covariate.Column, [value]))]);
        var median = model.Quantile(row, 0);
        Expect(times, [model.Quantile(row, 0, 0.1).Time, median.Time, Math.Log(median.Interval.Upper / median.Time) / 1.959963984540054]);
        Assert.Equal(0.5, model.Predict(row).At(0, median.Time), 9);
    }

    [Fact]
    public void The_Walton_flies_match_R_without_covariates()
    {
        // R survival 3.5-3: survreg(Surv(T, E) ~ 1), Weibull with its errors, and the log-likelihoods of the others.
        var weibull = Spells.Waltons().AcceleratedTime();
        Expect([4.020573838973, .289812201468, -672.062187271283, .023800974387, .070518139717],
            [weibull.Coefficients[0].Estimate, weibull.Scale, weibull.LogLikelihood, weibull.Coefficients[0].StandardError, weibull.LogScale.StandardError]);
        var compared = Spells.Waltons().AcceleratedTimes();
        Assert.Equal(["Weibull", "Log-logistic", "Log-normal", "Exponential"], compared.Models.Select(model => model.Name));
        Expect([-672.062187271283, -701.822736954530, -716.14640573711, -771.91250851202], [.. compared.Models.Select(model => model.LogLikelihood)]);
    }

    [Fact]
    public void Few_events_give_the_rate_by_hand()
    {
        // With a constant hazard the rate is events ÷ time under observation.
        var data = SurvivalData.Of([3, 9, .. Enumerable.Repeat(400.0, 38)], [true, true, .. Enumerable.Repeat(false, 38)]);
        Assert.Throws<InsufficientDataException>(() => data.AcceleratedTime());
        var model = data.AcceleratedTime(new() { Distribution = LifetimeDistribution.Exponential });
        Assert.Equal(Math.Log((3 + 9 + 38 * 400.0) / 2), model.Coefficients[0].Estimate, 9);
        Assert.Equal(1 / Math.Sqrt(2), model.Coefficients[0].StandardError, 9);
    }

    [Fact]
    public void The_Telco_customers_match_R_for_every_distribution()
    {
        // R survival 3.5-3: survreg(Surv(tenure, Churn == "Yes") ~ Contract + MonthlyCharges, tenure > 0, rel.tolerance 1e-12): log-likelihoods, and the log-normal coefficients.
        var compared = Spells.Telco().AcceleratedTimes("Contract", "MonthlyCharges").Models.ToDictionary(model => model.Name);
        Expect([-9351.71260804, -9410.75129488, -9256.04454937, -9332.53513022],
            [.. new[] { "Weibull", "Exponential", "Log-normal", "Log-logistic" }.Select(name => compared[name].LogLikelihood)]);
        Expect([3.23778359624800, 2.83204152428256, 4.33240048543115, .00113219242699, 1.81950693775],
            [.. compared["Log-normal"].Coefficients.Select(one => one.Estimate), compared["Log-normal"].Scale]);
    }

    [Fact]
    public void Customers_who_have_not_completed_a_month_say_nothing()
    {
        // The likelihood of a censored time 0 is 1: with and without the 11 of them the fit is the same.
        var with = Spells.Telco().AcceleratedTime(new() { Covariates = ["Contract"] });
        var without = Spells.TelcoFromTheFirstMonth().AcceleratedTime(new() { Covariates = ["Contract"] });
        Assert.Equal(without.LogLikelihood, with.LogLikelihood);
        Assert.Contains("Left out: 11 censored spells", with.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4.9, -14.551182689355313)]
    [InlineData(5.1, -15.588487091871468)]
    [InlineData(11.4, -68.34010387363433)]
    [InlineData(30, -454.32124395634327)]
    public void The_far_tail_of_the_normal_matches_SciPy(double z, double logTail)
    {
        // SciPy 1.10: scipy.stats.norm.logsf.
        var term = ErrorTerm.Survival(LifetimeDistribution.LogNormal, z);
        Assert.Equal(logTail, term.Value, 9);
        double step = 1e-4, ahead = ErrorTerm.Survival(LifetimeDistribution.LogNormal, z + step).Value, behind = ErrorTerm.Survival(LifetimeDistribution.LogNormal, z - step).Value;
        Assert.Equal((ahead - behind) / (2 * step), term.First, 5);
        Assert.Equal((ahead - 2 * term.Value + behind) / (step * step), term.Second, 4);
    }

    [Theory]
    [InlineData(-3, -0.001350809964748202)]
    [InlineData(-9, -1.1285884059538408e-19)]
    [InlineData(-40, 0)]
    [InlineData(-1000, 0)]
    public void The_near_end_of_the_normal_matches_SciPy(double z, double logTail)
    {
        // SciPy 1.10: scipy.stats.norm.logsf; below −38 the tail is less than the smallest number.
        var term = ErrorTerm.Survival(LifetimeDistribution.LogNormal, z);
        Assert.Equal(logTail, term.Value, 1e-12 * Math.Abs(logTail));
        Assert.Equal(z < -30 ? 0 : -Math.Exp(-z * z / 2 - logTail) / Math.Sqrt(2 * Math.PI), term.First, 1e-15);
        Assert.True(double.IsFinite(term.Second));
    }

    [Fact]
    public void A_log_normal_fit_does_not_depend_on_where_it_starts()
    {
        // R survival 3.5-3: survreg(Surv(t, e) ~ x + g, dist = "lognormal", rel.tolerance 1e-14). More than half is censored, so that the log times spread far more than they do around the fit.
        var data = SurvivalData.Of(
            [1109, 494, 143, 165, 247, 282, 424, 541, 822, 904, 657, 946, 1151, 466, 233, 219, 300, 116, 667, 347, 336, 499, 321, 409, 561, 492],
            [.. "00000111000000010111111110".Select(mark => mark == '1')],
            columns: new("t",
            [
                new NumberColumn("x", [40, 42.3, 52.6, 63.2, 52, 69.2, 64.2, 69.1, 58.4, 49.3, 57.3, 50.6, 59.1, 56.6, 74.1, 68.3, 74.1, 71.3, 59.4, 70.9, 62.9, 65.8, 75, 64.6, 68.8, 42.6]),
                new NumberColumn("g", [.. "00100000011011101010001011".Select(mark => mark - 48.0)]),
            ]));
        var model = data.AcceleratedTime(new() { Covariates = ["x", "g"], Distribution = LifetimeDistribution.LogNormal });
        Numbers.Close([11.53141347577, -.08459178255781, .5892514740996, .3691987150252, -92.70425209522, -78.33319508207, 1.18957702773, .0178725633559, .2123112131068, .2031659494696],
            [
                .. model.Coefficients.Select(one => one.Estimate), model.Scale, model.NullLogLikelihood, model.LogLikelihood, .. model.Coefficients.Select(one => one.StandardError), model.LogScale.StandardError,
            ]);
    }

    [Theory]
    [InlineData(LifetimeDistribution.Weibull)]
    [InlineData(LifetimeDistribution.LogNormal)]
    [InlineData(LifetimeDistribution.LogLogistic)]
    public void The_unit_of_time_moves_the_intercept_and_nothing_else(LifetimeDistribution distribution) =>
        Gen.Select(Gen.Double[0.1, 50], Gen.Bool, Gen.Int[-3, 3]).Array[20, 40].Sample(rows =>
        {
            if (Fit(1) is not { } months)
                return;
            var seconds = Fit(2.6e6)!;
            Assert.Equal(months["x"].Estimate, seconds["x"].Estimate, 1e-7);
            Assert.Equal(months.Coefficients[0].Estimate + Math.Log(2.6e6), seconds.Coefficients[0].Estimate, 1e-7);
            Assert.Equal(months.Scale, seconds.Scale, 1e-7);
            Assert.Equal(months.LikelihoodRatio.Statistic, seconds.LikelihoodRatio.Statistic, 1e-7);

            AcceleratedTimeResult? Fit(double unit)
            {
                try
                {
                    return SurvivalData.Of([.. rows.Select(row => unit * row.Item1)], [.. rows.Select(row => row.Item2)], columns: new("t", [new NumberColumn("x", [.. rows.Select(row => (double)row.Item3)])]))
                        .AcceleratedTime(new() { Covariates = ["x"], Distribution = distribution });
                }
                catch (InsufficientDataException)
                {
                    return null;
                }
            }
        }, iter: 60);

    [Fact]
    public void What_it_cannot_fit_is_refused()
    {
        Assert.Contains("Found 1 events at time 0", Assert.Throws<InsufficientDataException>(() => SurvivalData.Of([0, 1, 2], [true, true, true]).AcceleratedTime()).Message, StringComparison.Ordinal);
        Assert.Contains("come under observation late", Assert.Throws<InsufficientDataException>(() => Spells.Generated().AcceleratedTime()).Message, StringComparison.Ordinal);
        Assert.Contains("Found 0 events", Assert.Throws<InsufficientDataException>(() => SurvivalData.Of([1, 2], [false, false]).AcceleratedTime()).Message, StringComparison.Ordinal);
        var same = SurvivalData.Of([5, 5, 5, 5], [true, true, true, true]);
        Assert.Contains("the scale goes on", Assert.Throws<InsufficientDataException>(() => same.AcceleratedTime()).Message, StringComparison.Ordinal);
    }

    private static void Expect(double[] expected, double[] actual) => Numbers.Close(expected, actual);
}
