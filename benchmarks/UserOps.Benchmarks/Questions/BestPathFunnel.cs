using UserOps.Data;
using UserOps.Funnels;

namespace UserOps.Benchmarks.Questions;

/// <summary>How many users walk the shopping path within 7 days of any visit?</summary>
internal sealed class BestPathFunnel : IQuestion
{
    public string Name => "funnel_best_path";

    public object Ask(Dataset data) => data.Funnel(FirstEntryFunnel.Definition with { Entry = FunnelEntry.BestPath }).Steps.Select(step => step.Users);
}
