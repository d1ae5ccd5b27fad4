namespace UserOps.LifetimeValue.Models;

/// <summary>How much less a purchase is worth the later it comes: what falls into a period counts at the end of the period.</summary>
/// <param name="Periods">How many periods ahead; 1 or more.</param>
/// <param name="PeriodLength">The length of a period in the unit of the histories, such as 52.18 ÷ 12 for a month of weeks.</param>
/// <param name="Rate">The discount rate of one period, a fraction: 0.01 takes about 1 % a period; 0 or more.</param>
public sealed record Discounting(int Periods, double PeriodLength, double Rate)
{
    /// <summary>Months ahead with a discount rate a year.</summary>
    /// <param name="months">How many months; 1 or more.</param>
    /// <param name="annualRate">The discount rate of a year, a fraction; 0 or more.</param>
    /// <param name="unit">The unit of the histories.</param>
    public static Discounting Monthly(int months, double annualRate, TimeUnit unit) =>
        new(months, TimeUnit.Month.Days() / unit.Days(), Math.Pow(1 + annualRate, 1.0 / 12) - 1);

    /// <summary>The time that all periods last, in the unit of the histories.</summary>
    public double Horizon => Periods * PeriodLength;

    /// <summary>The value today of amounts that fall into each period, of which a cumulative expectation is known.</summary>
    internal double Sum(Func<double, double> cumulative)
    {
        if (Periods < 1 || !(PeriodLength > 0 && double.IsFinite(PeriodLength)) || !(Rate >= 0 && double.IsFinite(Rate)))
            throw new UserOpsException(FormattableString.Invariant($"Discounting over {Periods} periods of {PeriodLength} at {Rate} was asked for; 1 period or more, a positive length and a rate of 0 or more are needed."));
        double sum = 0, before = 0, worth = 1;
        for (int period = 1; period <= Periods; period++)
        {
            double until = cumulative(period * PeriodLength);
            worth /= 1 + Rate;
            sum += (until - before) * worth;
            before = until;
        }
        return sum;
    }
}
