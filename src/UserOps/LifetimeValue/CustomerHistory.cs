namespace UserOps.LifetimeValue;

/// <summary>What a customer's purchases say about the next ones.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Frequency">Repeat purchases x: the first one is not counted; 0 or more.</param>
/// <param name="Recency">When the last repeat purchase was, t_x: time since the first purchase; 0 without a repeat purchase.</param>
/// <param name="Age">How long the customer has been observed, T: time from the first purchase to the end of observation; not below <paramref name="Recency"/>.</param>
/// <param name="MonetaryValue">The mean value of the repeat purchases; NaN without repeat purchases or without amounts.</param>
/// <remarks>Times are in the <see cref="CustomerHistories.Unit"/> of the collection.</remarks>
public readonly record struct CustomerHistory(string Id, int Frequency, double Recency, double Age, double MonetaryValue);

/// <summary>The unit of recency, age and horizon.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Day,
    /// <summary>Weeks of 7 days.</summary>
    Week,
    /// <summary>Months of 365.25 ÷ 12 days.</summary>
    Month,
    /// <summary>Years of 365.25 days.</summary>
    Year,
    /// <summary>Opportunities to buy, such as yearly appeals or weekly markets: whole numbers.</summary>
    Opportunity,
}

/// <summary>Lengths and names of the units.</summary>
public static class TimeUnits
{
    /// <summary>How many days one unit has.</summary>
    /// <exception cref="UserOpsException">An opportunity has no length.</exception>
    public static double Days(this TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => 365.25 / 12,
        TimeUnit.Year => 365.25,
        _ => throw new UserOpsException("An opportunity to buy has no length in days; use histories in days, weeks, months or years."),
    };

    /// <summary>The unit in words, many of them: <c>weeks</c>.</summary>
    internal static string Plural(this TimeUnit unit) => unit == TimeUnit.Opportunity ? "opportunities" : unit.ToString().ToLowerInvariant() + "s";
}
