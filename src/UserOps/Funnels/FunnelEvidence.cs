using UserOps.Data;
using UserOps.Decomposition;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Funnels;

/// <summary>What comparisons of a conversion between runs need: who entered and arrived, and the conversion as the product of its steps.</summary>
internal static class FunnelEvidence
{
    public static UserEvidence? Of(Dataset data, FunnelJourneys journeys, IReadOnlyList<FunnelStepResult> steps, Period period)
    {
        var sums = new UserSums(data);
        foreach (int user in journeys.Entered())
            sums.Add(user, journeys.DepthOf(user) == journeys.StepCount ? 1 : 0, 1);
        return sums.Share() is { } share ? share with { Days = period.Days, Tree = Tree(steps) } : null;
    }

    private static KpiTree.Product? Tree(IReadOnlyList<FunnelStepResult> steps) => steps.Count < 3 ? null : new(
        "Conversion", Format.Percent(),
        [.. steps.Skip(1).Select((step, i) => (KpiTree)new KpiTree.Leaf($"{steps[i].Name} → {step.Name}", step.FromPrevious ?? 0, Format.Percent()))]);
}
