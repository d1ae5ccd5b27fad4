using UserOps.Data;
using UserOps.Time;

namespace UserOps.Revenue;

/// <summary>Adds up orders by step, user after user.</summary>
internal sealed class RevenueSteps
{
    private readonly Dataset _data;
    private readonly Period _period;
    private readonly Grain _grain;
    private readonly int _first;
    private readonly Sums[] _sums;

    private RevenueSteps(Dataset data, Period period, Grain grain)
    {
        (_data, _period, _grain) = (data, period, grain);
        _first = data.Calendar.StepOf(period.Start.DayNumber, grain);
        _sums = new Sums[data.Calendar.StepOf(period.End.DayNumber - 1, grain) - _first + 1];
    }

    public static IReadOnlyList<RevenueStep> Of(Dataset data, Period period, Grain grain)
    {
        var steps = new RevenueSteps(data, period, grain);
        (long from, long to) = data.Ticks(period);
        for (int user = 0; user < data.Orders.Users.Count; user++)
            steps.AddUser(data.Orders[user], from, to);
        return [.. steps._sums.Select(steps.ToStep)];
    }

    private void AddUser(ReadOnlySpan<Order> orders, long from, long to)
    {
        bool hadOrder = false;
        int lastStep = -1;
        foreach (var order in orders)
        {
            bool isOrder = order.Amount > 0;
            if (order.Ticks >= from && order.Ticks < to)
            {
                int step = _data.Calendar.StepOf(_data.Calendar.DayOf(order.Ticks), _grain) - _first;
                _sums[step].Add(order, isFirst: isOrder && !hadOrder, isNewHere: isOrder && step != lastStep);
                lastStep = isOrder ? step : lastStep;
            }
            hadOrder |= isOrder;
        }
    }

    private RevenueStep ToStep(Sums sums, int step)
    {
        int first = _data.Calendar.FirstDayOf(_first + step, _grain), next = _data.Calendar.FirstDayOf(_first + step + 1, _grain);
        var whole = new Period(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(next));
        int days = whole.Intersect(_period).Days;
        return new(whole.Start, days, days == whole.Days)
        {
            Gmv = sums.Gmv,
            FirstOrderRevenue = sums.First,
            RepeatRevenue = sums.Repeat,
            Orders = sums.Orders,
            Buyers = sums.Buyers,
            NewBuyers = sums.NewBuyers,
        };
    }

    private struct Sums
    {
        public double Gmv, First, Repeat;
        public long Orders, Buyers, NewBuyers;

        public void Add(Order order, bool isFirst, bool isNewHere)
        {
            Gmv += order.Amount;
            (First, Repeat) = isFirst ? (First + order.Net, Repeat) : (First, Repeat + order.Net);
            Orders += order.Amount > 0 ? 1 : 0;
            Buyers += isNewHere ? 1 : 0;
            NewBuyers += isFirst ? 1 : 0;
        }
    }
}
