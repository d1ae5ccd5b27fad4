namespace UserOps.Budget;

/// <summary>The division of a budget that brings most, with the proof.</summary>
/// <param name="Spend">What to spend on each channel.</param>
/// <param name="Response">What it brings.</param>
/// <param name="Bound">No division brings more than this.</param>
/// <remarks>
/// Branch and bound over separable curves: J. E. Falk and R. M. Soland (1969), "An algorithm for separable nonconvex programming problems", Management Science 15. The envelopes give a
/// division and a bound; where a channel lies on its straight line, its range is cut there, and each part is looked at by itself. Ends where the bound is no further away than rounding.
/// </remarks>
internal sealed record Optimum(double[] Spend, double Response, double Bound)
{
    private const int MostNodes = 20_000;
    private const double Gap = 1e-10;

    public static Optimum Find(IReadOnlyList<ResponseCurve> curves, IReadOnlyList<SpendBounds> bounds, double budget)
    {
        // Rounding may leave a budget of exactly the lower bounds below their sum.
        budget = Math.Max(budget, bounds.Sum(one => one.Lower));
        var open = new PriorityQueue<Node, double>();
        var best = new Optimum([], double.NegativeInfinity, double.PositiveInfinity);
        Push([.. bounds]);
        for (int nodes = 0; nodes < MostNodes && open.TryPeek(out var node, out _); nodes++)
        {
            best = best with { Bound = Math.Max(node.Relaxed.Bound, best.Response) };
            if (best.Bound - best.Response <= Gap * Math.Abs(best.Bound))
                return best;
            open.Dequeue();
            foreach (var part in node.Split())
                Push(part);
        }
        return best with { Bound = open.TryPeek(out var left, out _) ? Math.Max(left.Relaxed.Bound, best.Response) : best.Response };

        void Push(SpendBounds[] box)
        {
            // A budget that a part of the divisions cannot spend is spent as far as it can.
            if (box.Sum(one => one.Lower) > budget)
                return;
            var node = new Node(curves, box, budget);
            double[] polished = Polishing.AtBounds(bounds, Polishing.Improve(curves, bounds, node.Relaxed.Spend));
            double found = curves.Zip(polished, (curve, spend) => curve.Response(spend)).Sum();
            if (found > best.Response)
                best = best with { Spend = polished, Response = found };
            if (node.Relaxed.Bound > best.Response)
                open.Enqueue(node, -node.Relaxed.Bound);
        }
    }

    /// <summary>A part of all divisions: ranges of spend.</summary>
    private sealed class Node
    {
        private readonly SpendBounds[] _box;
        private readonly double[] _gaps;

        public Node(IReadOnlyList<ResponseCurve> curves, SpendBounds[] box, double budget)
        {
            _box = box;
            Envelope[] envelopes = [.. curves.Zip(box, (curve, one) => new Envelope(curve, one.Lower, one.Upper))];
            Relaxed = Relaxation.Solve(envelopes, Math.Min(budget, box.Sum(one => one.Upper)));
            _gaps = [.. envelopes.Select((one, i) => one.Value(Relaxed.Spend[i]) - curves[i].Response(Relaxed.Spend[i]))];
        }

        public Relaxation Relaxed { get; }

        /// <summary>Cuts the range of the channel whose line is furthest above its curve; no parts where the lines touch everywhere.</summary>
        public IEnumerable<SpendBounds[]> Split()
        {
            int channel = Array.IndexOf(_gaps, _gaps.Max());
            double at = Relaxed.Spend[channel];
            if (!(_gaps[channel] > 0) || at <= _box[channel].Lower || at >= _box[channel].Upper)
                yield break;
            yield return With(channel, _box[channel] with { Upper = at });
            yield return With(channel, _box[channel] with { Lower = at });
        }

        private SpendBounds[] With(int channel, SpendBounds range)
        {
            SpendBounds[] box = [.. _box];
            box[channel] = range;
            return box;
        }
    }
}
