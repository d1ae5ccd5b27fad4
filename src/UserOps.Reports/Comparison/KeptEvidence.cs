using UserOps.Differences;

namespace UserOps.Reports.Comparison;

/// <summary>The evidence behind the metrics of a report.</summary>
/// <param name="Secret">The name of the secret that users were hashed with; empty where there is no evidence.</param>
/// <param name="ByMetric">The evidence by metric.</param>
public sealed record KeptEvidence(string Secret, IReadOnlyDictionary<string, UserEvidence> ByMetric)
{
    /// <summary>No evidence.</summary>
    public static KeptEvidence None { get; } = new("", new Dictionary<string, UserEvidence>());
}
