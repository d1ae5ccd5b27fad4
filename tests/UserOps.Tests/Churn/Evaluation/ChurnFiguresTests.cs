using UserOps.Churn;
using UserOps.Testing;
using UserOps.Tests.Statistics;

namespace UserOps.Tests.Churn.Evaluation;

public class ChurnFiguresTests
{
    [Fact]
    public void Figures_of_the_Telco_glm_are_those_of_R_and_scikit_learn_with_their_intervals()
    {
        // R 4.2.2 glm and scikit-learn 1.2.1, see BinaryScoresTests and ReliabilityCurveTests; 514 of 1,869 in the top tenth.
        var figures = ChurnFigures.Of(TelcoScores.ThreeColumns(), 0.95).Figures;
        double[] expected = [0.8271137657, 0.6122790281, 0.2748, 0.1434911994];
        Assert.All(expected.Zip(figures), pair => Assert.Equal(pair.First, pair.Second.Value!.Value, 3e-4));
        Assert.All(figures.Take(4), figure => Assert.True(figure.Interval!.Value.Contains(figure.Value!.Value)));
        Assert.Equal(0.4363110648, figures[6].Value!.Value, 1e-9);
        Assert.Equal(0.0189321459, figures[7].Value!.Value, 1e-9);
    }

    [Fact]
    public void Few_leavers_are_named_and_the_page_reads_as_text()
    {
        bool[] left = [.. Enumerable.Range(0, 60).Select(i => i % 4 == 0 || i > 54)];
        Golden.Matches(ChurnFigures.Of(new([.. Enumerable.Range(0, 60).Select(i => (i * 7 % 60 + 1) / 62.0)], left), 0.95).ToString(), "churn-figures.txt");
    }
}
