using UserOps.Display;

namespace UserOps.LifetimeValue.Cohorts;

/// <summary>Cumulative net revenue per user at one age.</summary>
/// <param name="AgeDays">Days (of 24 hours) since the life began.</param>
/// <param name="Users">Users who were watched that long.</param>
/// <param name="Value">Net revenue per user from the beginning up to this age.</param>
/// <param name="StandardError">Its standard error; null with fewer than two users.</param>
/// <param name="Interval">Its interval; null with fewer than 30 users.</param>
public sealed record ValuePoint(int AgeDays, int Users, double Value, double? StandardError, Interval? Interval);

/// <summary>Cumulative net revenue per user by age, from users who were watched for different lengths of time.</summary>
/// <remarks>
/// The mean of each day of life over all users watched through that day, added up: nobody is left out and nobody counts with days that have not come.
/// D. Y. Lin, E. J. Feuer, R. Etzioni and Y. Wax (1997), "Estimating medical costs from incomplete follow-up data", Biometrics 53; the variance is that of
/// the sum of each user's influence on it. It assumes that younger users will be like older ones at the same age; where newer cohorts are worse, the curve
/// is too high at high ages.
/// </remarks>
public sealed class ValueCurve
{
    /// <summary>The least number of users for which an interval is given.</summary>
    internal const int LeastForInterval = 30;

    private readonly ValuePoint[] _byDay;

    internal ValueCurve(int users, ValuePoint[] byDay) => (Users, _byDay) = (users, byDay);

    /// <summary>How many users there are, those watched for less than a day included.</summary>
    public int Users { get; }

    /// <summary>The greatest age that anybody was watched to, in days.</summary>
    public int LastAge => _byDay.Length - 1;

    /// <summary>The value at every age in days, from 0 to <see cref="LastAge"/>.</summary>
    public IReadOnlyList<ValuePoint> ByDay => _byDay;

    /// <summary>The value at an age; null where nobody was watched that long.</summary>
    /// <param name="ageDays">Days since the life began, 0 or more.</param>
    public ValuePoint? At(int ageDays) => ageDays >= 0 && ageDays < _byDay.Length ? _byDay[ageDays] : null;
}
