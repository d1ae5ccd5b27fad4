using UserOps.Data;
using UserOps.Funnels;

namespace UserOps.Benchmarks.Questions;

/// <summary>How many users walk the shopping path within 7 days of their first visit?</summary>
internal sealed class FirstEntryFunnel : IQuestion
{
    public static readonly FunnelDefinition Definition = new() { Steps = ["visit", "view", "cart", "checkout", "pay"], Entry = FunnelEntry.FirstEntry };

    public string Name => "funnel_first_entry";

    public object Ask(Dataset data) => data.Funnel(Definition).Steps.Select(step => step.Users);
}
