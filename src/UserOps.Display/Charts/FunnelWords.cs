namespace UserOps.Display.Charts;

internal static class FunnelWords
{
    /// <summary>The count of a step and its share of the first and of the previous step.</summary>
    public static string Of(FunnelChart chart, int step)
    {
        string count = Format.Count.Write(chart.Counts[step]);
        if (step == 0)
            return count;
        string first = Words(Share(chart, step, 0)) + " of first";
        return step == 1 ? $"{count} · {first}" : $"{count} · {first} · {Words(Share(chart, step, step - 1))} of previous";
    }

    /// <summary>The share of an earlier step that reached this one; NaN for the first step and where nobody reached the earlier one.</summary>
    public static double Share(FunnelChart chart, int step, int earlier) =>
        step == 0 || chart.Counts[earlier] == 0 ? double.NaN : (double)chart.Counts[step] / chart.Counts[earlier];

    private static string Words(double share) => double.IsNaN(share) ? "–" : Format.Percent().Write(share);
}
