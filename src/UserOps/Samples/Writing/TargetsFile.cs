namespace UserOps.Samples;

/// <summary>A goal of every month; its value grows with the users planned for the month.</summary>
/// <param name="Metric">The metric's identifier.</param>
/// <param name="PerNewUser">The target for each planned new user; for a share the target itself.</param>
/// <param name="IsShare">Whether the target is a share, the same whatever the number of users.</param>
/// <param name="Owner">The role that answers for it.</param>
/// <param name="Kind">Result, process or progress.</param>
/// <param name="Weight">The weight in the owner's scorecard, in per cent.</param>
internal sealed record Goal(string Metric, double PerNewUser, bool IsShare, string Owner, string Kind, int Weight);

/// <summary>Writes the targets of each month.</summary>
internal sealed class TargetsFile(Shop shop, Population population)
{
    private static readonly Goal[] Goals =
    [
        new("new_users", 1.05, false, "acquisition", "result", 60), new("activation_rate", 0.05, true, "acquisition", "process", 40),
        new("d7_retention", 0.12, true, "community", "result", 60), new("content_interactions", 1.2, false, "community", "process", 40),
        new("net_revenue", 60, false, "commerce", "result", 70), new("orders", 0.65, false, "commerce", "process", 30),
    ];

    private readonly CsvFile _file = shop.Files.Open(Layouts.Targets);

    public void WriteAll()
    {
        for (int month = 0; month < shop.Tally.Months; month++)
            foreach (var goal in Goals)
                Write(goal, month);
    }

    private void Write(Goal goal, int month)
    {
        (int first, int last) = shop.Tally.DaysOf(month, shop.Options.Days);
        double users = shop.Options.Users * Enumerable.Range(first, last - first + 1).Sum(population.ShareOf);
        long hundredths = goal.IsShare ? (long)Math.Round(goal.PerNewUser * 100) : (long)Math.Round(goal.PerNewUser * users) * 100;
        _file.Text(goal.Metric);
        _file.Text(shop.CampaignIds.Months[month]);
        _file.Text(FormattableString.Invariant($"{hundredths / 100}.{hundredths % 100:D2}"));
        _file.Text(goal.Owner);
        _file.Text(goal.Kind);
        _file.Text(FormattableString.Invariant($"0.{goal.Weight:D2}"));
        _file.EndRow();
    }
}
