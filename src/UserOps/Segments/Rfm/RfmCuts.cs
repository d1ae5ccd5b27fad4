using UserOps.Display;

namespace UserOps.Segments.Rfm;

/// <summary>The cut points of the three scores: four each, ascending. Applied to another date they show who moved, not how the yardstick moved.</summary>
/// <param name="Recency">In days; fewer days score higher.</param>
/// <param name="Frequency">In orders.</param>
/// <param name="Monetary">In the currency of the export.</param>
/// <param name="Rule">To which side of a cut point an equal value belongs.</param>
public sealed record RfmCuts(IReadOnlyList<double> Recency, IReadOnlyList<double> Frequency, IReadOnlyList<double> Monetary, CutRule Rule)
{
    /// <summary>The scores of a customer.</summary>
    /// <param name="recency">Days since the last order.</param>
    /// <param name="frequency">Orders.</param>
    /// <param name="monetary">Net revenue.</param>
    public RfmScore Score(double recency, double frequency, double monetary) =>
        new(RfmScore.Levels - Passed(Recency, recency), 1 + Passed(Frequency, frequency), 1 + Passed(Monetary, monetary));

    internal static RfmCuts Of(RfmDefinition definition, RfmValues values, RfmSorted sorted)
    {
        if (values.Count < RfmScore.Levels)
            throw new InsufficientDataException(
                $"{values.Count} customers", $"at least {RfmScore.Levels}, one for each score,", "Ask over a longer time, or look at the customers one by one.");
        return new(
            definition.Recency.CutsOf(sorted.Recency, definition.Cut, "the same recency of"),
            definition.Frequency.CutsOf(sorted.Frequency, definition.Cut, "the same frequency of"),
            definition.Monetary.CutsOf(sorted.Monetary, definition.Cut, "the same revenue of"),
            definition.Cut);
    }

    /// <summary>The cut points in words, for the small print.</summary>
    internal string Describe() =>
        $"R cut at {Join(Recency)} days, F at {Join(Frequency)} orders, M at {Join(Monetary)}; "
        + $"a value equal to a cut counts as {(Rule == CutRule.UpToCut ? "below" : "above")} it";

    private int Passed(IReadOnlyList<double> cuts, double value)
    {
        int passed = 0;
        bool at = Rule != CutRule.UpToCut;
        for (int i = 0; i < cuts.Count; i++)
            if (value > cuts[i] || (at && value == cuts[i]))
                passed++;
        return passed;
    }

    private static string Join(IReadOnlyList<double> cuts) => string.Join("/", cuts.Select(cut => Format.Plain.Write(Math.Round(cut, 2))));
}

/// <summary>The three values of all customers, each in ascending order.</summary>
internal sealed record RfmSorted(double[] Recency, double[] Frequency, double[] Monetary)
{
    public static RfmSorted Of(RfmValues values) => new(Sorted(values.Recency), Sorted(values.Frequency), Sorted(values.Monetary));

    private static double[] Sorted(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }
}
