using UserOps.Data;

namespace UserOps.Funnels;

/// <summary>How far each user came and when: the attempt that counts, by user number.</summary>
public sealed class FunnelJourneys
{
    private readonly byte[] _depths;
    private readonly long[] _times;
    private readonly int[] _entryRows;
    private readonly int[] _lastRows;

    private FunnelJourneys(UserIndex users, int steps) =>
        (Users, StepCount, _depths, _times, _entryRows, _lastRows) =
            (users, steps, new byte[users.Count], new long[(long)users.Count * steps], new int[users.Count], new int[users.Count]);

    /// <summary>The users that numbers refer to.</summary>
    public UserIndex Users { get; }

    /// <summary>How many steps the funnel has.</summary>
    public int StepCount { get; }

    /// <summary>How many steps a user took, 0 for those who never entered.</summary>
    public int DepthOf(int user) => _depths[user];

    /// <summary>When a user took the first, second … step, UTC; null where that step was not reached.</summary>
    /// <param name="user">The user's number.</param>
    /// <param name="step">The number of the step, from 1.</param>
    public DateTime? TimeOf(int user, int step) =>
        step >= 1 && step <= _depths[user] ? new DateTime(TicksOf(user, step), DateTimeKind.Utc) : null;

    internal long TicksOf(int user, int step) => _times[(long)user * StepCount + step - 1];

    /// <summary>The row of the event with which a user entered; only for users who did.</summary>
    internal int EntryRowOf(int user) => _entryRows[user];

    /// <summary>The row of the event with which a user took the last step reached; only for users who entered.</summary>
    internal int LastRowOf(int user) => _lastRows[user];

    /// <summary>The users who took the first step.</summary>
    internal int[] Entered()
    {
        int[] users = new int[_depths.Length - _depths.AsSpan().Count((byte)0)];
        for (int user = 0, found = 0; found < users.Length; user++)
            if (_depths[user] > 0)
                users[found++] = user;
        return users;
    }

    internal static FunnelJourneys Find(EventStore events, FunnelWalk walk, int steps)
    {
        var journeys = new FunnelJourneys(events.Users, steps);
        for (int user = 0; user < events.Users.Count; user++)
        {
            walk.Walk(events[user]);
            if (walk.Depth > 0)
                journeys.Set(user, walk);
        }
        return journeys;
    }

    private void Set(int user, FunnelWalk walk)
    {
        _depths[user] = (byte)walk.Depth;
        walk.Times.CopyTo(_times.AsSpan(user * StepCount, StepCount));
        _entryRows[user] = walk.EntryRow;
        _lastRows[user] = walk.LastRow;
    }
}
