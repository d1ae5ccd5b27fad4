using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.Funnels;

/// <summary>Looks at what followed the last step of each user who left the path.</summary>
internal sealed class DeviationCounts
{
    private readonly DeviationDefinition _definition;
    private readonly EventRoles _roles;
    private readonly EventStore _activity;
    private readonly long _periodEnd;
    private readonly int[][] _next;
    private readonly int[] _left, _cameBack, _tookLater, _finishedLater, _backUnfinished;

    private DeviationCounts(DeviationDefinition definition, EventStore activity, long periodEnd)
    {
        (_definition, _activity, _periodEnd, _roles) = (definition, activity, periodEnd, new(definition.Funnel, activity));
        int steps = definition.Funnel.Steps.Count;
        _next = [.. Enumerable.Range(0, steps).Select(_ => new int[activity.EventNames.Count])];
        (_left, _cameBack, _tookLater, _finishedLater, _backUnfinished) = (new int[steps], new int[steps], new int[steps], new int[steps], new int[steps]);
    }

    public static DeviationCounts Of(Dataset data, DeviationDefinition definition, FunnelResult funnel)
    {
        var counts = new DeviationCounts(definition, data.Activity, data.Ticks(funnel.Period).To);
        var journeys = funnel.Journeys;
        foreach (int user in journeys.Entered())
            if (journeys.DepthOf(user) < journeys.StepCount)
                counts.Add(data.Activity[user], journeys, user);
        return counts;
    }

    public DeviationBreak ToBreak(int step, FunnelResult funnel)
    {
        long reached = funnel.Steps[step - 1].Users, passed = funnel.Steps[step].Users, finished = funnel.Steps[^1].Users;
        long open = reached - passed - _finishedLater[step];
        return new(funnel.Steps[step - 1].Name, funnel.Steps[step].Name)
        {
            Reached = reached,
            Dropped = reached - passed,
            Left = _left[step],
            CameBack = _cameBack[step],
            TookStepLater = _tookLater[step],
            FinishedLater = _finishedLater[step],
            InReach = _backUnfinished[step],
            Recoverable = passed == 0 ? null : open * (double)finished / passed,
            RecoverableInterval = passed == 0 ? null : Scale(Wilson.Interval(finished, passed, funnel.Definition.Level), open),
            Next = NextEvents(step),
        };
    }

    private static Display.Interval Scale(Display.Interval share, long users) => new(share.Lower * users, share.Upper * users, share.Level);

    private List<NextEvent> NextEvents(int step)
    {
        var bySize = _next[step].Select((users, code) => new NextEvent(_activity.EventNames[code], users)).Where(next => next.Users > 0)
            .OrderByDescending(next => next.Users).ThenBy(next => next.Event, StringComparer.Ordinal).ToList();
        var rest = bySize.Skip(_definition.Largest).ToList();
        return rest.Count == 0 ? bySize : [.. bySize.Take(_definition.Largest), new($"({rest.Count} others)", rest.Sum(next => next.Users))];
    }

    private void Add(UserEvents events, FunnelJourneys journeys, int user)
    {
        int step = journeys.DepthOf(user), lastRow = journeys.LastRowOf(user);
        long last = journeys.TicksOf(user, step), horizon = Horizon(journeys.TicksOf(user, 1));
        bool hasNext = false, cameBack = false, tookLater = false, finishedLater = false;
        foreach (var e in events)
        {
            if (e.Row <= lastRow)
                continue;
            uint takes = _roles.Of(e).Takes;
            if (!hasNext && e.Ticks <= horizon && (takes >> (step - 1) & 1) == 0)
            {
                hasNext = true;
                _next[step][e.Code]++;
            }
            cameBack |= e.Ticks - last >= _definition.ReturnAfter.Ticks;
            tookLater |= (takes >> step & 1) != 0;
            finishedLater |= (takes >> (journeys.StepCount - 1) & 1) != 0;
        }
        Count(step, hasNext, cameBack, tookLater, finishedLater);
    }

    private void Count(int step, bool hasNext, bool cameBack, bool tookLater, bool finishedLater)
    {
        _left[step] += hasNext ? 0 : 1;
        _cameBack[step] += cameBack ? 1 : 0;
        _tookLater[step] += tookLater ? 1 : 0;
        _finishedLater[step] += finishedLater ? 1 : 0;
        _backUnfinished[step] += cameBack && !finishedLater ? 1 : 0;
    }

    /// <summary>The last moment that still belongs to the attempt.</summary>
    private long Horizon(long entry) => _definition.Funnel.Window is { } window ? entry + window.Ticks : _periodEnd - 1;
}
