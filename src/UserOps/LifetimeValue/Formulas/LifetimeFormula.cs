namespace UserOps.LifetimeValue.Formulas;

/// <summary>Lifetime value by simple formulas, for a first look and for checking what others computed.</summary>
public static class LifetimeFormula
{
    /// <summary>ARPU × N × retention: a user brings ARPU in each of N periods, and the retention rate says how much of that comes true.</summary>
    /// <param name="arpu">Revenue per active user and period.</param>
    /// <param name="periods">N, how many periods are counted; more than 0.</param>
    /// <param name="retention">The share of active users who are active again in the next period, 0 to 1.</param>
    /// <remarks>Assumes that the share lost in the first period is all that is ever lost: too high for many periods, too low for few.</remarks>
    /// <exception cref="UserOpsException">A value is out of range.</exception>
    public static double ForPeriods(double arpu, double periods, double retention)
    {
        Check(double.IsFinite(arpu), "ARPU", arpu, "a finite amount");
        Check(periods > 0 && double.IsFinite(periods), "The number of periods", periods, "more than 0");
        Check(retention >= 0 && retention <= 1, "The retention rate", retention, "a fraction from 0 to 1");
        return arpu * periods * retention;
    }

    /// <summary>ARPU × margin ÷ churn: a user brings the margin of ARPU in each period and leaves with the same chance after each.</summary>
    /// <param name="arpu">Revenue per active user and period.</param>
    /// <param name="margin">The part of it that is left after the cost of goods, above 0 and up to 1.</param>
    /// <param name="churn">The share of active users who are not active in the next period, above 0 and up to 1.</param>
    /// <remarks>Assumes one churn rate for everybody and for ever: nobody differs, nobody comes back, no discount of later money.</remarks>
    /// <exception cref="UserOpsException">A value is out of range.</exception>
    public static double Perpetual(double arpu, double margin, double churn)
    {
        Check(double.IsFinite(arpu), "ARPU", arpu, "a finite amount");
        Check(margin > 0 && margin <= 1, "The margin", margin, "a fraction above 0 and up to 1");
        Check(churn > 0 && churn <= 1, "The churn rate", churn, "a fraction above 0 and up to 1: without churn the value has no end");
        return arpu * margin / churn;
    }

    /// <summary>What remains of a perpetual customer up to a horizon, after the present period: ARPU × (r + r² + … + r^h).</summary>
    internal static double Ahead(double arpu, double retention, double periods) =>
        retention < 1 ? arpu * retention * (1 - Math.Pow(retention, periods)) / (1 - retention) : arpu * periods;

    private static void Check(bool holds, string what, double found, string needed)
    {
        if (!holds)
            throw new UserOpsException(FormattableString.Invariant($"{what} is {found}; {needed} is needed."));
    }
}
