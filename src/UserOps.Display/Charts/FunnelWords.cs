namespace UserOps.Display.Charts;

internal static class FunnelWords
{
    /// <summary>The count of a step and its share of the first and of the previous step.</summary>
    public static string Of(FunnelChart chart, int step, string between = " · ")
    {
        string count = Format.Count.Write(chart.Counts[step]);
        string[] shares = Shares(chart, step);
        return step == 0 ? count : $"{count}{between}{shares[0]} of first{between}{shares[1]} of previous";
    }

    /// <summary>The shares of the first and of the previous step in words: empty for the first step, a dash where nobody reached the earlier one.</summary>
    public static string[] Shares(FunnelChart chart, int step) =>
        step == 0 ? ["", ""] : [Words(Share(chart, step, 0)), Words(Share(chart, step, step - 1))];

    /// <summary>The share of an earlier step that reached this one; NaN for the first step and where nobody reached the earlier one.</summary>
    public static double Share(FunnelChart chart, int step, int earlier) =>
        step == 0 || chart.Counts[earlier] == 0 ? double.NaN : (double)chart.Counts[step] / chart.Counts[earlier];

    private static string Words(double share) => double.IsNaN(share) ? "–" : Format.Percent().Write(share);
}
