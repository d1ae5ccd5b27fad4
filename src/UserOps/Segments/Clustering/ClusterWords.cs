namespace UserOps.Segments.Clustering;

/// <summary>Says in words what sets a cluster apart.</summary>
internal static class ClusterWords
{
    /// <summary>A difference of half a standard deviation can be seen with the naked eye: J. Cohen (1988), "Statistical power analysis", section 2.2.</summary>
    private const double Visible = 0.5;

    private const int MostTraits = 4, TraitsOfName = 2;

    public static string Describe(IEnumerable<ClusterTrait> traits) =>
        string.Join("; ", Strongest(traits, MostTraits).Select(trait => $"{Direction(trait)}: {trait.Meaning} {Write(trait, trait.Typical)} (others {Write(trait, trait.Others)})"));

    public static string Name(int cluster, IEnumerable<ClusterTrait> traits)
    {
        string[] words = [.. Strongest(traits, TraitsOfName).Select(trait => $"{Direction(trait)} {trait.Feature.Replace('_', ' ')}")];
        return $"{cluster + 1} · {(words.Length == 0 ? "near the middle" : string.Join(", ", words))}";
    }

    private static IEnumerable<ClusterTrait> Strongest(IEnumerable<ClusterTrait> traits, int most) =>
        traits.Where(trait => Math.Abs(trait.Difference) >= Visible).OrderByDescending(trait => Math.Abs(trait.Difference)).Take(most);

    private static string Direction(ClusterTrait trait) => trait.Difference > 0 ? "high" : "low";

    private static string Write(ClusterTrait trait, double? value) => value is null ? "unknown" : trait.Format.Write(value);
}
