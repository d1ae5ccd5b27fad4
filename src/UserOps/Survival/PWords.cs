namespace UserOps.Survival;

/// <summary>A p-value in words.</summary>
internal static class PWords
{
    public static string Of(double p) => p < 0.0001 ? "p < 0.0001" : FormattableString.Invariant($"p = {p:0.0000}");
}
