using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Tests.Learning;

public class FeatureEncoderTests
{
    private static FeatureTable Table(params Column[] columns) =>
        FeatureTable.From(new("t", [TextColumn.From("id", Enumerable.Range(0, columns[0].Length).Select(i => $"{i}")), .. columns]), "id");

    private static float[] Column(FeatureMatrix matrix, int column) => [.. Enumerable.Range(0, matrix.Rows).Select(row => matrix.Row(row)[column])];

    private static double Correlation(float[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average();
        double Sum(Func<int, double> of) => Enumerable.Range(0, b.Length).Sum(of);
        return Sum(i => (a[i] - meanA) * (b[i] - meanB)) / Math.Sqrt(Sum(i => Math.Pow(a[i] - meanA, 2)) * Sum(i => Math.Pow(b[i] - meanB, 2)));
    }

    [Fact]
    public void A_missing_number_stays_missing_for_trees_that_know_it_and_is_marked_for_others()
    {
        var features = Table(new NumberColumn("x", [1, 2, double.NaN, 6]));
        Assert.Equal([1, 2, float.NaN, 6], Column(FeatureEncoder.Fit(features, [0, 1, 0, 1], NumberStyle.Raw).Encode(features), 0));
        var imputed = FeatureEncoder.Fit(features, [0, 1, 0, 1], NumberStyle.Imputed);
        Assert.Equal(["x", "x missing"], imputed.Slots);
        Assert.Equal([1, 2, 2, 6], Column(imputed.Encode(features), 0));
        Assert.Equal([0, 0, 1, 0], Column(imputed.Encode(features), 1));
    }

    [Fact]
    public void Standardised_numbers_have_mean_0_and_deviation_1()
    {
        var features = Table(new NumberColumn("x", [1, 2, 3, 6]));
        float[] coded = Column(FeatureEncoder.Fit(features, [0, 1, 0, 1], NumberStyle.Standardised).Encode(features), 0);
        Assert.All(new[] { -2, -1, 0, 3 }.Zip(coded), pair => Assert.Equal(pair.First / Math.Sqrt(3.5), pair.Second, 6));
    }

    [Fact]
    public void A_level_not_seen_in_training_is_no_level_at_all()
    {
        var training = Table(TextColumn.From("plan", Enumerable.Repeat(new[] { "a", "b", null }, 10).SelectMany(plans => plans)));
        var encoder = FeatureEncoder.Fit(training, [.. Enumerable.Range(0, 30).Select(i => (double)(i % 2))], NumberStyle.Raw);
        Assert.Equal(["plan = (none)", "plan = a", "plan = b"], encoder.Slots);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 0, 0], encoder.Encode(Table(TextColumn.From("plan", ["new", "b", null]))).Values);
    }

    [Fact]
    public void Two_levels_make_one_number()
    {
        var training = Table(TextColumn.From("partner", ["Yes", "No", "No"]));
        Assert.Equal(["partner = Yes"], FeatureEncoder.Fit(training, [1, 0, 1], NumberStyle.Raw).Slots);
    }

    [Fact]
    public void Features_that_cannot_tell_users_apart_are_left_out_with_the_reason()
    {
        var encoder = FeatureEncoder.Fit(Table(
            new NumberColumn("constant", Enumerable.Repeat(3.0, 100).ToArray()),
            new NumberColumn("nothing", Enumerable.Repeat(double.NaN, 100).ToArray()),
            TextColumn.From("name", Enumerable.Range(0, 100).Select(i => $"name {i}")),
            TextColumn.From("rare", Enumerable.Range(0, 100).Select(i => $"word {i % 12}"))), [.. Enumerable.Range(0, 100).Select(i => (double)(i % 2))], NumberStyle.Raw);
        Assert.Equal(["constant: the same for every user", "nothing: missing for every user", "name: almost every user has a value of their own", "rare: no value is shared by 10 users"],
            encoder.Unused.Select(one => $"{one.Name}: {one.Reason}"));
        Assert.Empty(encoder.Slots);
    }

    [Fact]
    public void Many_levels_are_coded_without_the_row_s_own_outcome()
    {
        // Cities of five users each have nothing to do with the outcome: only a code that saw the outcome could follow it.
        (var features, bool[] outcomes, _) = Synthetic.Users(4_000, 3);
        double[] labels = [.. outcomes.Select(outcome => outcome ? 1.0 : 0)];
        var city = features.Select("city");
        var encoder = FeatureEncoder.Fit(city, labels, NumberStyle.Raw);
        Assert.Equal(["mean by city"], encoder.Slots);
        Assert.True(Correlation(Column(encoder.Encode(city), 0), labels) > 0.3);
        Assert.InRange(Correlation(Column(encoder.EncodeTraining(city, labels, 1), 0), labels), -0.06, 0.06);
    }

    [Fact]
    public void The_order_of_rows_changes_no_code()
    {
        (var features, bool[] outcomes, _) = Synthetic.Users(500, 4);
        double[] labels = [.. outcomes.Select(outcome => outcome ? 1.0 : 0)];
        int[] turned = [.. Enumerable.Range(0, 500).Reverse()];
        var forth = FeatureEncoder.Fit(features, labels, NumberStyle.Imputed).EncodeTraining(features, labels, 1);
        double[] turnedLabels = [.. turned.Select(row => labels[row])];
        var back = FeatureEncoder.Fit(features.Rows(turned), turnedLabels, NumberStyle.Imputed).EncodeTraining(features.Rows(turned), turnedLabels, 1);
        Assert.All(forth.Select(turned).Values.Zip(back.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }
}
