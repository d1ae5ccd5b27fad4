using UserOps.Data;

namespace UserOps.Segments.Trees;

/// <summary>Tries all ways to divide users by one feature after the other and keeps the best.</summary>
/// <remarks>L. Breiman, J. Friedman, R. Olshen, C. Stone (1984), "Classification and regression trees": for squares (and so for rates) the words of a
/// feature need only be tried in the order of their means. Users without a value go where they fit better.</remarks>
/// <param name="sumsOf">The sums of one user, by row.</param>
/// <param name="rows">The users to divide.</param>
/// <param name="least">How many users a part has at least; how they are counted hangs on the sums.</param>
/// <param name="bounds">How many bounds of a number are tried at most, evenly many users apart.</param>
internal sealed class SplitSearch<T>(Func<int, T> sumsOf, int[] rows, int least, int bounds = int.MaxValue) where T : struct, ISplitSums<T>
{
    private readonly T _all = Sums(sumsOf, rows);

    /// <summary>The best way so far; null where there is none.</summary>
    public Split? Best { get; private set; }

    /// <summary>How many ways were tried.</summary>
    public int Tried { get; private set; }

    /// <summary>The probability that the best of so many ways gains as much by chance: Bonferroni's bound.</summary>
    public double ByChance => Best is { } best ? _all.ByChance(best.Gain) * Tried : 1;

    public void Try(Column column)
    {
        switch (column)
        {
            case NumberColumn number:
                TryNumber(number.Name, number.Values, isFlag: false);
                break;
            case FlagColumn flag:
                TryNumber(flag.Name, Array.ConvertAll(flag.Flags, value => value < 0 ? double.NaN : value), isFlag: true);
                break;
            case TextColumn text:
                TryWords(text);
                break;
        }
    }

    private void TryNumber(string name, double[] values, bool isFlag)
    {
        bool anyMissing = Array.Exists(values, double.IsNaN);
        int[] known = [.. rows.Where(row => !double.IsNaN(values[row]))], missing = [.. rows.Where(row => double.IsNaN(values[row]))];
        double[] sorted = [.. known.Select(row => values[row])];
        Array.Sort(sorted, known);
        T below = default, without = Sums(sumsOf, missing);
        int step = known.Length / bounds, next = 0;
        for (int i = 0; i < known.Length; i++)
        {
            if (i >= next && (i == 0 ? missing.Length > 0 : sorted[i - 1] < sorted[i]))
            {
                next = i + step;
                Try(below, missingLeft: false, i);
                if (missing.Length > 0)
                    Try(below + without, missingLeft: true, i);
            }
            below += sumsOf(known[i]);
        }

        void Try(T left, bool missingLeft, int i)
        {
            if (IsBest(left) is not { } gain)
                return;
            double bound = i == 0 ? sorted[0] : RoundNumber.Between(sorted[i - 1], sorted[i]);
            bool leftMissing = anyMissing && missingLeft, rightMissing = anyMissing && !missingLeft;
            var (under, over) = isFlag ? Flags(name, leftMissing, rightMissing, onlyMissing: i == 0)
                : (new Condition.Number(name, double.NegativeInfinity, bound, leftMissing), new Condition.Number(name, bound, double.PositiveInfinity, rightMissing));
            Best = new(gain, under, over, row => double.IsNaN(values[row]) ? missingLeft : values[row] < bound);
        }
    }

    private static (Condition Under, Condition Over) Flags(string name, bool underMissing, bool overMissing, bool onlyMissing) => onlyMissing
        ? (new Condition.Known(name, false), new Condition.Known(name, true))
        : (new Condition.Flag(name, false, underMissing), new Condition.Flag(name, true, overMissing));

    private void TryWords(TextColumn text)
    {
        var byMean = rows.GroupBy(row => text.Codes[row]).Select(group => (Code: group.Key, Sums: Sums(sumsOf, group)))
            .OrderBy(word => word.Sums.Order).ThenBy(word => word.Code).ToArray();
        T left = default;
        for (int i = 0; i < byMean.Length - 1; i++)
        {
            left += byMean[i].Sums;
            if (IsBest(left) is not { } gain)
                continue;
            // The shorter list of words is named; everybody else, with words not seen here too, is the other part.
            bool low = i + 1 <= byMean.Length / 2;
            HashSet<int> named = [.. (low ? byMean[..(i + 1)] : byMean[(i + 1)..]).Select(word => word.Code)];
            string[] words = [.. named.Where(code => code >= 0).Select(code => text.Words[code]).Order(StringComparer.Ordinal)];
            Best = new(
                gain,
                new Condition.Words(text.Name, words, named.Contains(-1), IsNegated: false),
                new Condition.Words(text.Name, words, named.Contains(-1), IsNegated: true),
                row => named.Contains(text.Codes[row]));
        }
    }

    private double? IsBest(T part)
    {
        double gain = _all.Gain(part, least);
        Tried += gain < 0 ? 0 : 1;
        return gain > (Best?.Gain ?? 0) ? gain : null;
    }

    private static T Sums(Func<int, T> sumsOf, IEnumerable<int> rows)
    {
        var sums = default(T);
        foreach (int row in rows)
            sums += sumsOf(row);
        return sums;
    }
}
