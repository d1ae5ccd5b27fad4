using System.Numerics;

namespace UserOps.Statistics;

/// <summary>The Shapley value of each player of a game: the mean gain by the player over all orders in which players may join.</summary>
/// <remarks>L. S. Shapley (1953), "A value for n-person games". A set of s others comes first in s! (n − 1 − s)! of n! orders.</remarks>
internal static class ShapleyValue
{
    /// <summary>The values of all players.</summary>
    /// <param name="worths">The worth of each set of players; bit i of the index stands for player i, so there are 2 to the number of players.</param>
    public static double[] Of(ReadOnlySpan<double> worths)
    {
        int players = BitOperations.Log2((uint)worths.Length);
        double[] weights = Weights(players), values = new double[players];
        for (int player = 0; player < players; player++)
            for (int set = 0; set < worths.Length; set++)
                if ((set >> player & 1) == 0)
                    values[player] += weights[BitOperations.PopCount((uint)set)] * (worths[set | 1 << player] - worths[set]);
        return values;
    }

    private static double[] Weights(int players)
    {
        double[] weights = new double[players];
        weights[0] = 1.0 / players;
        for (int others = 1; others < players; others++)
            weights[others] = weights[others - 1] * others / (players - others);
        return weights;
    }
}
