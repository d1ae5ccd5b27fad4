namespace UserOps.Tests.Samples;

/// <summary>Counts by channel what the truth states per user: retention by calendar day after sign-up, orders and revenue by age.</summary>
internal sealed class ChannelMeasures
{
    private static readonly DateTime BurstFrom = new(2024, 4, 20, 2, 0, 0), BurstTo = new(2024, 4, 20, 5, 0, 0), End = new(2024, 7, 1);

    private readonly Dictionary<string, (DateTime SignupAt, string Channel)> _users;
    private readonly HashSet<(string User, int Day)> _active = [];
    private readonly Dictionary<string, List<(DateTime At, string Order, double Net)>> _lines = [];

    public ChannelMeasures(SampleFolder folder, IEnumerable<SampleEvent> events)
    {
        _users = folder.Users().Where(user => !IsBurst(user.Value.SignupAt, user.Value.Channel))
            .ToDictionary(user => user.Key, user => (user.Value.SignupAt, user.Value.Channel));
        foreach (var e in events)
            if (_users.TryGetValue(e.User, out var user))
                _active.Add((e.User, (e.At.Date - user.SignupAt.Date).Days));
        foreach (string[] row in folder.Rows("orders"))
            (_lines.TryGetValue(row[1], out var lines) ? lines : _lines[row[1]] = [])
                .Add((SampleFolder.Time(row[2]), row[0], SampleFolder.Number(row[8]) - SampleFolder.Number(row[9])));
    }

    /// <summary>How many of a channel's users were active on a day after sign-up, of those for whom that day has passed.</summary>
    public (long Hits, long N) Retention(string channel, int day)
    {
        string[] users = [.. _users.Where(user => user.Value.Channel == channel && user.Value.SignupAt.Date.AddDays(day + 1) <= End).Select(user => user.Key)];
        return (users.LongCount(user => _active.Contains((user, day))), users.Length);
    }

    /// <summary>Mean and standard error of orders and net revenue per user in the first days, of users for whom they have passed.</summary>
    public ((double Mean, double Error) Orders, (double Mean, double Error) Net) Value(string channel, int days)
    {
        var users = _users.Where(user => user.Value.Channel == channel && user.Value.SignupAt.AddDays(days) <= End);
        var values = users.Select(user => ValueOf(user.Key, user.Value.SignupAt.AddDays(days))).ToArray();
        return (Mean([.. values.Select(value => value.Orders)]), Mean([.. values.Select(value => value.Net)]));
    }

    private (double Orders, double Net) ValueOf(string user, DateTime until)
    {
        var lines = _lines.GetValueOrDefault(user, []).Where(line => line.At < until).ToArray();
        return (lines.DistinctBy(line => line.Order).Count(), lines.Sum(line => line.Net));
    }

    private static (double, double) Mean(double[] values)
    {
        double mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length / (values.Length - 1)));
    }

    private static bool IsBurst(DateTime at, string channel) => channel == "social" && at >= BurstFrom && at < BurstTo;
}
