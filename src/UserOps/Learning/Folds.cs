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
        var largest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int row = 0; row < ids.Count; row++)
            largest[ids[row]] = Math.Max(outcomes[row], largest.GetValueOrDefault(ids[row], double.NegativeInfinity));
        var foldOfId = largest.OrderBy(user => user.Value).ThenBy(user => Shuffle(user.Key, seed)).ThenBy(user => user.Key, StringComparer.Ordinal)
            .Select((user, place) => (user.Key, Fold: place % count)).ToDictionary(user => user.Key, user => user.Fold, StringComparer.Ordinal);
        return [.. ids.Select(id => foldOfId[id])];
    }

    /// <summary>The rows of a part, and the others.</summary>
    public static (int[] Inside, int[] Outside) Split(int[] folds, int fold) =>
        ([.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)], [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)]);

    private static ulong Shuffle(string id, int seed) => XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id), seed);
}
