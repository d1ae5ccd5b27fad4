using UserOps.Data;

namespace UserOps.Differences;

/// <summary>Numerator and denominator of a metric by user: what its error and its split over dimensions are made of.</summary>
internal sealed class UserSums(Dataset data)
{
    private readonly double[] _numerators = new double[data.Users.Count], _denominators = new double[data.Users.Count];

    /// <summary>Adds what a user has; the denominator of a total is the number of units that make it, such as orders.</summary>
    public void Add(int user, double numerator, double denominator)
    {
        _numerators[user] += numerator;
        _denominators[user] += denominator;
    }

    /// <summary>A share: each user counts once, or not at all, in the denominator.</summary>
    /// <remarks>Its variance is that of A. Agresti and B. A. Coull (1998), with two hits and two misses more: without any hit it is not zero.</remarks>
    public UserEvidence? Share()
    {
        double hits = _numerators.Sum(), n = _denominators.Sum(), p = (hits + 2) / (n + 4);
        return Ratio() is { } ratio ? ratio with { Influence = InfluenceOf(hits / n, n, p * (1 - p) / (n + 4)) } : null;
    }

    /// <summary>A ratio of two sums over users, such as revenue ÷ orders.</summary>
    /// <param name="value">The ratio, where its numerator is known apart from users, such as a cost.</param>
    public UserEvidence? Ratio(double? value = null)
    {
        double sum = _denominators.Sum();
        return sum > 0 ? new UserEvidence { Influence = InfluenceOf(value ?? _numerators.Sum() / sum, sum, null), Dimensions = value is null ? Dimensions() : [] } : null;
    }

    /// <summary>A total, or a total ÷ a known number such as days.</summary>
    /// <param name="per">The number that it is divided by.</param>
    public UserEvidence Total(double per = 1) => new() { Influence = InfluenceOf(0, per, null), IsTotal = true, Dimensions = per == 1 ? Dimensions() : [] };

    private Influence InfluenceOf(double ratio, double sum, double? variance)
    {
        double[] parts = new double[_numerators.Length];
        double squares = 0;
        long users = 0;
        for (int user = 0; user < parts.Length; user++)
        {
            double part = parts[user] = (_numerators[user] - ratio * _denominators[user]) / sum;
            squares += part * part;
            users += _numerators[user] != 0 || _denominators[user] != 0 ? 1 : 0;
        }
        // A fitted ratio takes up one of the users' differences; a total has fitted nothing.
        double all = ratio != 0 && users > 1 ? squares * users / (users - 1) : squares;
        return Influence.Of(variance ?? all, users, data.Users.Keys, parts);
    }

    private DimensionParts[] Dimensions() => [.. UserGroups.Of(data).Select(groups => groups.Split(_numerators, _denominators)).Where(split => split.Parts.Count > 1)];
}
