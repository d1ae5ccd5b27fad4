namespace UserOps.Samples;

/// <summary>How large a simulated shop is, and in which dress its export comes. Equal options give equal bytes on every platform.</summary>
public sealed record ShopOptions
{
    /// <summary>How many people sign up, 100 to 20,000,000. In 182 days each has about 18 events, and every second one an order.</summary>
    public int Users { get; init; } = 5_000;

    /// <summary>The seed of every random draw.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Whether the same numbers come as from a Chinese back office: Chinese headers and file names, GBK, dates and amounts in several forms.</summary>
    public bool Chinese { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; init; } = new(2024, 1, 1);

    /// <summary>How many days are simulated, 28 to 730. Campaigns, experiments and anomalies have fixed days and are left out of a shorter period.</summary>
    public int Days { get; init; } = 182;

    /// <summary>The first day that the export holds; the first day of the simulation when absent. Users who signed up before are in it, what they did before is not.</summary>
    public DateOnly? ExportFrom { get; init; }

    /// <summary>The day after the last that the export holds; the day after the simulation when absent. Two exports of one shop differ in this alone.</summary>
    public DateOnly? ExportUntil { get; init; }

    /// <summary>A change of the shop from a day on; none when absent.</summary>
    public ShopChange? Change { get; init; }

    internal ExportWindow Window => new(
        ExportFrom is { } from ? (from.DayNumber - Start.DayNumber) * DaySpan.Seconds : 0, ((ExportUntil?.DayNumber ?? Start.DayNumber + Days) - Start.DayNumber) * DaySpan.Seconds);

    internal void Check()
    {
        if (!(Users >= 100 && Users <= 20_000_000))
            throw new UserOpsException($"A shop of {Users} users was asked for; 100 to 20,000,000 can be simulated. Choose another number of users.");
        if (!(Days >= 28 && Days <= 730))
            throw new UserOpsException($"A shop over {Days} days was asked for; 28 to 730 can be simulated. Choose another number of days.");
        if (Window is var window && !(window.From >= 0 && window.Until <= Days * DaySpan.Seconds && window.Until - window.From >= 7 * DaySpan.Seconds))
            throw new UserOpsException(FormattableString.Invariant($"An export from {ExportFrom ?? Start:yyyy-MM-dd} until {ExportUntil ?? Start.AddDays(Days):yyyy-MM-dd} was asked for; 7 days or more within {Start:yyyy-MM-dd} to {Start.AddDays(Days):yyyy-MM-dd} can be exported."));
        if (Change is { } change && !(change.PayFactor is >= 0 and <= 1.4 && (change.Channel is null || Array.Exists(Channels.All, channel => channel.Name == change.Channel))))
            throw new UserOpsException($"A change of checkouts by {change.PayFactor} for channel '{change.Channel}' was asked for; a factor from 0 to 1.4 and one of {string.Join(", ", Channels.All.Select(channel => channel.Name))} can be simulated.");
        if (Start.Year is < 1990 or > 2090)
            throw new UserOpsException($"A start in {Start.Year} was asked for; years from 1990 to 2090 can be simulated. Choose another start.");
    }
}
