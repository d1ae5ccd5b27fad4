using CsCheck;
using UserOps.Data;
using UserOps.Survival;

namespace UserOps.Tests.Survival;

public class CoxInvariantsTests
{
    private static readonly Gen<(double Time, bool Seen, double X, double Z)[]> Rows =
        Gen.Select(Gen.Int[1, 9], Gen.Bool, Gen.Int[-3, 3], Gen.Int[-3, 3], (time, seen, x, z) => ((double)time, seen, (double)x, (double)z)).Array[25, 40];

    [Fact]
    public void Units_of_covariates_and_the_pace_of_time_do_not_matter()
    {
        int fitted = 0;
        Rows.Sample(rows => Interlocked.Add(ref fitted, UnitsDoNotMatter(rows) ? 1 : 0), iter: 100);
        Assert.True(fitted > 50, $"only {fitted} of 100 draws could be fitted");
    }

    private static bool UnitsDoNotMatter((double Time, bool Seen, double X, double Z)[] rows)
    {
        if (Fit(rows, row => row.X, row => row.Time) is not { } plain)
            return false;
        var other = Fit(rows, row => 10 * row.X - 7, row => row.Time * row.Time + 3)!;
        Assert.Equal(plain.Coefficients[0].Estimate, 10 * other.Coefficients[0].Estimate, 1e-6);
        Assert.Equal(plain.LogLikelihood, other.LogLikelihood, 1e-8);
        Assert.Equal(plain.Concordance, other.Concordance);
        return true;
    }

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Exact)]
    public void Cutting_a_life_into_spells_that_follow_each_other_changes_nothing(Ties ties) => Rows.Sample(rows =>
    {
        if (Fit(rows, row => row.X, row => row.Time, ties) is not { } whole)
            return;
        var spells = rows.SelectMany((row, i) => row.Time < 2
            ? [(Id: i, From: 0.0, To: row.Time, row.Seen, row.X, row.Z)]
            : new[] { (Id: i, From: 0.0, To: Math.Floor(row.Time / 2), false, row.X, row.Z), (Id: i, From: Math.Floor(row.Time / 2), To: row.Time, row.Seen, row.X, row.Z) }).ToArray();
        var data = SurvivalData.Of([.. spells.Select(one => one.To)], [.. spells.Select(one => one.Item4)], [.. spells.Select(one => one.From)],
            new("t", [new NumberColumn("x", [.. spells.Select(one => one.X)]), new NumberColumn("z", [.. spells.Select(one => one.Z)])]), [.. spells.Select(one => $"u{one.Id}")]);
        var cut = data.Cox(new() { Covariates = ["x", "z"], Ties = ties });
        Assert.Equal(whole.LogLikelihood, cut.LogLikelihood, 1e-8);
        Assert.Equal(whole.Coefficients[0].Estimate, cut.Coefficients[0].Estimate, 1e-6);
        Assert.Equal(whole.Coefficients[0].StandardError, cut.Coefficients[0].StandardError, 1e-6);
    }, iter: 60);

    [Fact]
    public void The_exact_likelihood_is_that_of_writing_out_every_choice() => Rows.Sample(rows =>
    {
        if (Fit(rows[..12], row => row.X, row => Math.Ceiling(row.Time / 3), Ties.Exact) is not { } model)
            return;
        double[] weights = [.. rows[..12].Select(row => Math.Exp(model.Coefficients[0].Estimate * row.X + model.Coefficients[1].Estimate * row.Z))];
        double expected = 0;
        foreach (var time in rows[..12].Index().Where(one => one.Item.Seen).GroupBy(one => Math.Ceiling(one.Item.Time / 3)))
        {
            int[] atRisk = [.. Enumerable.Range(0, 12).Where(i => Math.Ceiling(rows[i].Time / 3) >= time.Key)];
            double all = Enumerable.Range(0, 1 << atRisk.Length).Where(choice => int.PopCount(choice) == time.Count())
                .Sum(choice => atRisk.Where((_, i) => (choice >> i & 1) == 1).Aggregate(1.0, (product, row) => product * weights[row]));
            expected += Math.Log(time.Aggregate(1.0, (product, one) => product * weights[one.Index]) / all);
        }
        Assert.Equal(expected, model.LogLikelihood, 1e-8);
    }, iter: 40);

    [Fact]
    public void Predicted_survival_starts_at_one_and_never_rises() => Rows.Sample(rows =>
    {
        if (Fit(rows, row => row.X, row => row.Time) is not { } model)
            return;
        var prediction = model.Predict(model.Data.Columns);
        for (int row = 0; row < prediction.Count; row++)
            Assert.True(prediction.At(row, 3) >= prediction.At(row, 6) && prediction.At(row, 0) == 1);
    }, iter: 50);

    /// <summary>The fit, or null where the draw has too few events, a constant covariate or a likelihood without a maximum.</summary>
    private static CoxResult? Fit((double Time, bool Seen, double X, double Z)[] rows, Func<(double Time, bool Seen, double X, double Z), double> x,
        Func<(double Time, bool Seen, double X, double Z), double> time, Ties ties = Ties.Efron)
    {
        var data = SurvivalData.Of([.. rows.Select(time)], [.. rows.Select(row => row.Seen)],
            columns: new("t", [new NumberColumn("x", [.. rows.Select(x)]), new NumberColumn("z", [.. rows.Select(row => row.Z)])]));
        try
        {
            return data.Cox(new() { Covariates = ["x", "z"], Ties = ties });
        }
        catch (UserOpsException)
        {
            return null;
        }
    }
}
