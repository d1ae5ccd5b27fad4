using System.IO.Hashing;
using System.Text;

namespace UserOps.Learning;

/// <summary>Divides users into parts of equal size and equal share of outcomes; all rows of a user fall into one part.</summary>
/// <remarks>A part hangs on the id and the seed, not on the order of rows.</remarks>
internal static class Folds
{
    /// <summary>The part, 0 to <paramref name="count"/> − 1, of each row.</summary>
    public static int[] Of(IReadOnlyList<string> ids, IReadOnlyList<double> outcomes, int count, int seed)
    {
        var numbers = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        var users = new List<User>(ids.Count);
        int[] userOf = new int[ids.Count], foldOf = new int[ids.Count];
        for (int row = 0; row < ids.Count; row++)
        {
            if (numbers.TryAdd(ids[row], users.Count))
                users.Add(new(double.NegativeInfinity, Shuffle(ids[row], seed), ids[row], users.Count));
            userOf[row] = numbers[ids[row]];
            users[userOf[row]] = users[userOf[row]] with { Largest = Math.Max(outcomes[row], users[userOf[row]].Largest) };
        }
        users.Sort();
        foreach (var (place, user) in users.Index())
            foldOf[user.Number] = place % count;
        return Array.ConvertAll(userOf, user => foldOf[user]);
    }

    /// <summary>The rows of a part, and the others.</summary>
    public static (int[] Inside, int[] Outside) Split(int[] folds, int fold) =>
        ([.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)], [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)]);

    /// <summary>A user by their largest outcome, then by lot.</summary>
    private readonly record struct User(double Largest, ulong Shuffle, string Id, int Number) : IComparable<User>
    {
        public int CompareTo(User other) => Largest.CompareTo(other.Largest) is var byOutcome and not 0 ? byOutcome
            : Shuffle.CompareTo(other.Shuffle) is var byLot and not 0 ? byLot : string.CompareOrdinal(Id, other.Id);
    }

    private static ulong Shuffle(string id, int seed) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id), seed);
}
