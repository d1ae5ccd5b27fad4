using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Tests.Attribution;

/// <summary>A Markov chain of journeys written plainly, with a dense solver: the reference for the sparse one.</summary>
internal static class DenseChain
{
    public static double RemovalEffect((string Path, double Conversions, double Nulls)[] rows, int order, string channel)
    {
        double all = Probability(rows, order, null);
        return 1 - Probability(rows, order, channel) / all;
    }

    private static double Probability((string Path, double Conversions, double Nulls)[] rows, int order, string? removed)
    {
        List<string> states = [""];
        Dictionary<(int, int), double> steps = [];
        Dictionary<int, double> converts = [], visits = [];
        foreach (var (path, conversions, nulls) in rows.Where(row => row.Conversions + row.Nulls > 0))
        {
            string[] channels = path.Split(" > ");
            int state = 0;
            for (int i = 0; i < channels.Length; i++)
            {
                string name = string.Join('|', channels[Math.Max(0, i + 1 - order)..(i + 1)]);
                if (!states.Contains(name))
                    states.Add(name);
                int next = states.IndexOf(name);
                steps[(state, next)] = steps.GetValueOrDefault((state, next)) + conversions + nulls;
                visits[state] = visits.GetValueOrDefault(state) + conversions + nulls;
                state = next;
            }
            visits[state] = visits.GetValueOrDefault(state) + conversions + nulls;
            converts[state] = converts.GetValueOrDefault(state) + conversions;
        }
        var matrix = Matrix<double>.Build.DenseIdentity(states.Count);
        var right = Vector<double>.Build.Dense(states.Count, state => converts.GetValueOrDefault(state) / visits[state]);
        foreach (var ((from, to), count) in steps)
            if (removed is null || !states[to].Split('|').Contains(removed))
                matrix[from, to] -= count / visits[from];
        return matrix.Solve(right)[0];
    }
}
