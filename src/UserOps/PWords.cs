namespace UserOps;

/// <summary>A p-value in words: a small one is called smaller than what is printed, never 0.</summary>
internal static class PWords
{
    public static string Of(double p) => p < 0.0001 ? "p < 0.0001" : $"p = {Cell(p)}";

    /// <summary>The value alone, for a column of a table.</summary>
    public static string Cell(double p) => p < 0.0001 ? "< 0.0001" : FormattableString.Invariant($"{p:0.0000}");
}
