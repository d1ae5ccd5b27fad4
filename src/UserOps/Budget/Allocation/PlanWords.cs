using UserOps.Display;

namespace UserOps.Budget;

/// <summary>A plan in words.</summary>
internal static class PlanWords
{
    /// <summary>The sentence that somebody acts on.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="nothing">A change that nobody would make.</param>
    public static string Decision(BudgetPlan plan, double nothing)
    {
        BudgetLine[] less = [.. plan.Lines.Where(line => line.Change < -nothing).OrderBy(line => line.Change)], more = [.. plan.Lines.Where(line => line.Change > nothing).OrderByDescending(line => line.Change)];
        if (less.Length + more.Length == 0)
            return $"Leave the division as it is: no other one within the bounds brings more {plan.Definition.Outcome}.";
        string moved = (less.Length, more.Length) switch
        {
            (0, _) => $"spend {Amounts(more, plan)} more",
            (_, 0) => $"spend {Amounts(less, plan)} less",
            _ => $"move {plan.Definition.Money.Write(Math.Min(Sum(less), Sum(more)))} a {plan.Definition.Per} from {Names(less, plan)} to {Names(more, plan)}",
        };
        string buys = $"{(plan.Gain >= 0 ? "+" : "")}{Format.Count.Write(plan.Gain)} {plan.Definition.Outcome} a {plan.Definition.Per}";
        return plan.GainInterval switch
        {
            null => $"{Capital(moved)}: {buys} (no interval: the curves are taken as true).",
            { } interval when interval.Lower > 0 || interval.Upper < 0 => $"{Capital(moved)}: {buys} {interval.Write(Format.Count)}.",
            { } interval => $"Hold, and test first: to {moved} would bring {buys}, but the interval {interval.Write(Format.Count)} holds 0.",
        };
    }

    public static IEnumerable<string> Notes(BudgetPlan plan)
    {
        double unspent = plan.Budget - plan.Spend;
        if (unspent > 1e-9 * plan.Budget)
            yield return $"{plan.Definition.Money.Write(unspent)} stay unspent: channels that bring something are at their upper bounds.";
        string[] atBounds = [.. plan.Lines.Where(line => line.Bounds.Upper > line.Bounds.Lower && (line.Planned <= line.Bounds.Lower || line.Planned >= line.Bounds.Upper)).Select(line => line.Channel.Name)];
        if (atBounds.Length > 0)
            yield return $"At a bound: {string.Join(", ", atBounds)}. Further away from what was spent so far nobody has seen what happens; go there in steps and look again.";
        if (plan.GainInterval is not null)
            yield return "The plan was chosen for being best on these curves, so its gain tends to look larger than it will be.";
    }

    private static double Sum(BudgetLine[] lines) => lines.Sum(line => Math.Abs(line.Change));

    private static string Names(BudgetLine[] lines, BudgetPlan plan) =>
        lines.Length == 1 ? lines[0].Channel.Name : Amounts(lines, plan);

    private static string Amounts(BudgetLine[] lines, BudgetPlan plan) =>
        string.Join(", ", lines.Select(line => $"{line.Channel.Name} ({plan.Definition.Money.Write(Math.Abs(line.Change))})"));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
