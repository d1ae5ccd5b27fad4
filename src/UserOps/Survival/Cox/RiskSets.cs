namespace UserOps.Survival;

/// <summary>Walks through the times with events, from the last to the first of each stratum, those at risk summed up on the way.</summary>
internal sealed class RiskSets(CoxRows rows, Ties ties)
{
    private readonly double[] _predictors = new double[rows.Count];
    private readonly double[] _weights = new double[rows.Count];

    /// <summary>The hazards of the rows, e to the linear predictor less <see cref="Shift"/>.</summary>
    public double[] Weights => _weights;

    /// <summary>What was taken from all linear predictors so that no hazard overflows.</summary>
    public double Shift { get; private set; }

    /// <summary>Visits every time with events; the risk set is overwritten afterwards.</summary>
    public void Walk(double[] coefficients, Action<RiskSet> visit)
    {
        Weigh(coefficients);
        var set = new RiskSet(rows, ties);
        for (int stratum = 0; stratum < rows.Strata; stratum++)
            Walk(set, stratum, visit);
    }

    /// <summary>The logarithm of the partial likelihood, with its derivatives.</summary>
    public double Evaluate(double[] coefficients, double[] gradient, double[,] information)
    {
        double value = 0;
        Array.Clear(gradient);
        Array.Clear(information);
        Walk(coefficients, set =>
        {
            set.Evaluate(_weights);
            value += set.LogLikelihood;
            for (int j = 0, place = 0; j < gradient.Length; j++)
            {
                gradient[j] += set.Score[j];
                for (int k = 0; k <= j; k++, place++)
                    information[j, k] += set.Variance[place];
            }
        });
        for (int j = 0; j < gradient.Length; j++)
            for (int k = 0; k < j; k++)
                information[k, j] = information[j, k];
        return value;
    }

    private void Walk(RiskSet set, int stratum, Action<RiskSet> visit)
    {
        (int start, int end) = (rows.Starts[stratum], rows.Starts[stratum + 1]);
        set.AtRisk.Clear();
        int entered = start;
        for (int first = start, next; first < end; first = next)
        {
            Open(set, stratum, rows.Stops[first]);
            while (rows.HasEntries && entered < end && rows.Entries[rows.ByEntry[entered]] >= set.Time)
                Remove(set, rows.ByEntry[entered++]);
            if (entered == first)
                set.AtRisk.Clear();
            for (next = first; next < end && rows.Stops[next] == set.Time; next++)
                Take(set, next);
            (set.Rows, set.Ending) = (start..next, first..next);
            if (set.Deaths > 0)
                visit(set);
        }
    }

    private static void Open(RiskSet set, int stratum, double time)
    {
        (set.Stratum, set.Time, set.Deaths, set.DiedPredictors) = (stratum, time, 0, 0);
        set.Died.Clear();
        Array.Clear(set.DiedValues);
    }

    private void Take(RiskSet set, int row)
    {
        var x = Values(row);
        set.AtRisk.Add(x, _weights[row]);
        if (!rows.Events[row])
            return;
        set.Deaths++;
        set.Died.Add(x, _weights[row]);
        set.DiedPredictors += _predictors[row];
        for (int j = 0; j < x.Length; j++)
            set.DiedValues[j] += x[j];
    }

    private void Remove(RiskSet set, int row) => set.AtRisk.Add(Values(row), -_weights[row]);

    private void Weigh(double[] coefficients)
    {
        Shift = double.NegativeInfinity;
        for (int row = 0; row < rows.Count; row++)
        {
            double predictor = 0;
            var x = Values(row);
            for (int j = 0; j < x.Length; j++)
                predictor += x[j] * coefficients[j];
            _predictors[row] = predictor;
            Shift = Math.Max(Shift, predictor);
        }
        for (int row = 0; row < rows.Count; row++)
            _weights[row] = Math.Exp(_predictors[row] -= Shift);
    }

    private ReadOnlySpan<double> Values(int row) => rows.Values.AsSpan(row * rows.Width, rows.Width);
}
