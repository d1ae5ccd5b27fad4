using UserOps.Samples;

namespace UserOps.Campaigns;

/// <summary>How often the units' labels, dealt anew, give a difference as large: the p-value needs no distribution.</summary>
/// <param name="PValue">The share of assignments, the true one included.</param>
/// <param name="Assignments">How many were tried.</param>
/// <param name="IsExact">Whether these were all there are.</param>
/// <remarks>R. A. Fisher (1935), "The Design of Experiments". It assumes that any unit might have been chosen. With G units of which one is treated, p cannot be below 1/G.</remarks>
public readonly record struct PermutationTest(double PValue, int Assignments, bool IsExact);

/// <summary>Deals the labels of units anew.</summary>
internal static class Permutations
{
    private const int MostExact = 20_000, Drawn = 9_999, Seed = 1;

    public static PermutationTest Of(double[] values, int treated, UnitGroups groups)
    {
        double actual = Math.Abs(groups.Difference(values)), rounding = 1e-9 * (1e-300 + values.Max(Math.Abs));
        bool AsLarge(ReadOnlySpan<int> chosen) => Math.Abs(Difference(values, chosen)) >= actual - rounding;
        return Choices(values.Length, treated) is <= MostExact and var all ? Exact(values.Length, treated, (int)all, AsLarge) : Random(values.Length, treated, AsLarge);
    }

    private delegate bool Extreme(ReadOnlySpan<int> chosen);

    private static PermutationTest Exact(int units, int treated, int all, Extreme asLarge)
    {
        int[] chosen = [.. Enumerable.Range(0, treated)];
        int extreme = 0;
        do
            extreme += asLarge(chosen) ? 1 : 0;
        while (Next(chosen, units));
        return new((double)extreme / all, all, true);
    }

    private static PermutationTest Random(int units, int treated, Extreme asLarge)
    {
        int[] order = [.. Enumerable.Range(0, units)];
        var chance = Chance.For(Seed, Purpose.Shuffle);
        int extreme = 1;
        for (int draw = 0; draw < Drawn; draw++)
        {
            chance.Shuffle<int>(order);
            extreme += asLarge(order.AsSpan(0, treated)) ? 1 : 0;
        }
        return new(extreme / (Drawn + 1.0), Drawn + 1, false);
    }

    private static double Difference(double[] values, ReadOnlySpan<int> chosen)
    {
        double inside = 0;
        foreach (int unit in chosen)
            inside += values[unit];
        return inside / chosen.Length - (values.Sum() - inside) / (values.Length - chosen.Length);
    }

    private static bool Next(int[] chosen, int units)
    {
        int place = chosen.Length - 1;
        while (place >= 0 && chosen[place] == units - chosen.Length + place)
            place--;
        if (place < 0)
            return false;
        chosen[place]++;
        for (int later = place + 1; later < chosen.Length; later++)
            chosen[later] = chosen[later - 1] + 1;
        return true;
    }

    private static double Choices(int units, int treated)
    {
        double choices = 1;
        for (int i = 1; i <= treated; i++)
            choices = choices * (units - treated + i) / i;
        return Math.Round(choices);
    }
}
