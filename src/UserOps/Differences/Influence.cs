namespace UserOps.Differences;

/// <summary>What each user adds to the error of an estimate: ψ, whose squares add up to the estimate's variance.</summary>
/// <remarks>
/// For a ratio θ = Σx / Σy over users ψ = (x − θy) / Σy; a mean and a share are ratios with y = 1; for a total ψ = x, users being drawn from a larger population, so that their number varies too.
/// W. A. Fuller (2009), "Sampling Statistics", section 1.3. Of more than <see cref="MostUsers"/> users a sample is kept, and always the same users in every export; the variance is that of all.
/// docs/methods/comparing-runs.md.
/// </remarks>
public sealed class Influence
{
    /// <summary>So many users are kept at most.</summary>
    public const int MostUsers = 32_768;

    private readonly ulong[] _keys;
    private readonly float[] _values;

    /// <summary>An influence that was kept.</summary>
    /// <param name="variance">The variance of the estimate, of all users.</param>
    /// <param name="users">How many users have a part in it.</param>
    /// <param name="halvings">One in 2^k of them is kept.</param>
    /// <param name="keys">The hashed ids of those kept, in any order.</param>
    /// <param name="values">Their ψ, in the same order.</param>
    public Influence(double variance, long users, int halvings, ulong[] keys, float[] values)
    {
        (Variance, Users, Halvings, _keys, _values) = (variance, users, halvings, keys, values);
        Array.Sort(_keys, _values);
    }

    /// <summary>The variance of the estimate, of all users.</summary>
    public double Variance { get; }

    /// <summary>How many users have a part in the estimate.</summary>
    public long Users { get; }

    /// <summary>One in 2^k users is kept.</summary>
    public int Halvings { get; }

    /// <summary>The hashed ids of the users kept, ascending.</summary>
    public ReadOnlySpan<ulong> Keys => _keys;

    /// <summary>Their ψ.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The same parts under other keys, such as keyed hashes that nobody can guess ids from.</summary>
    /// <param name="hash">The new hash of a key; a user's place in samples stays.</param>
    public Influence Rehash(Func<ulong, ulong> hash) => new(Variance, Users, Halvings, Array.ConvertAll(_keys, key => UserKey.WithHash(key, hash(key))), [.. _values]);

    /// <summary>The influence of the estimate divided by a known number, such as days.</summary>
    /// <param name="number">The number, not 0.</param>
    public Influence DividedBy(double number) => new(Variance / (number * number), Users, Halvings, [.. _keys], Array.ConvertAll(_values, value => (float)(value / number)));

    /// <summary>Keeps all users, or the thinnest sample that is needed.</summary>
    internal static Influence Of(double variance, long users, ReadOnlySpan<ulong> keys, ReadOnlySpan<double> values)
    {
        int[] atLeast = CountByHalvings(keys, values);
        int halvings = Math.Max(0, Array.FindIndex(atLeast, count => count <= MostUsers));
        var (kept, parts) = (new ulong[atLeast[halvings]], new float[atLeast[halvings]]);
        int next = 0;
        for (int user = 0; user < keys.Length; user++)
            if (values[user] != 0 && UserKey.Halvings(keys[user]) >= halvings)
                (kept[next], parts[next++]) = (keys[user], (float)values[user]);
        return new(variance, users, halvings, kept, parts);
    }

    /// <summary>The correlation of two estimates because of users who are in both, between −1 and 1; 0 where nobody is.</summary>
    /// <remarks>Both sums run over the same sample, so that a user with a large part moves numerator and denominator alike.</remarks>
    public static double Correlation(Influence one, Influence other)
    {
        int halvings = Math.Max(one.Halvings, other.Halvings);
        double both = 0;
        for (int i = 0, j = 0; i < one._keys.Length && j < other._keys.Length;)
        {
            ulong key = one._keys[i], otherKey = other._keys[j];
            if (key == otherKey && UserKey.Halvings(key) >= halvings)
                both += (double)one._values[i] * other._values[j];
            i += key <= otherKey ? 1 : 0;
            j += otherKey <= key ? 1 : 0;
        }
        double squares = one.Squares(halvings) * other.Squares(halvings);
        return squares > 0 ? Math.Clamp(both / Math.Sqrt(squares), -1, 1) : 0;
    }

    private static int[] CountByHalvings(ReadOnlySpan<ulong> keys, ReadOnlySpan<double> values)
    {
        int[] counts = new int[UserKey.MostHalvings + 1];
        for (int user = 0; user < keys.Length; user++)
            counts[UserKey.Halvings(keys[user])] += values[user] != 0 ? 1 : 0;
        for (int halvings = counts.Length - 2; halvings >= 0; halvings--)
            counts[halvings] += counts[halvings + 1];
        return counts;
    }

    private double Squares(int halvings)
    {
        double sum = 0;
        for (int i = 0; i < _keys.Length; i++)
            sum += UserKey.Halvings(_keys[i]) >= halvings ? (double)_values[i] * _values[i] : 0;
        return sum;
    }
}
