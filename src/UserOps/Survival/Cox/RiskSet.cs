namespace UserOps.Survival;

/// <summary>Those at risk at a time with events, as weighted sums of their covariates; symmetric matrices are kept as lower halves.</summary>
internal sealed class RiskSet(CoxRows rows, Ties ties)
{
    private readonly int _width = rows.Width;

    /// <summary>Sums over those at risk, and over those who have the event.</summary>
    public RiskSums AtRisk { get; } = new(rows.Width);

    public RiskSums Died { get; } = new(rows.Width);

    /// <summary>The sum of the covariates of those who have the event.</summary>
    public double[] DiedValues { get; } = new double[rows.Width];

    /// <summary>The sum of the linear predictors of those who have the event.</summary>
    public double DiedPredictors { get; set; }

    public int Stratum { get; set; }

    public double Time { get; set; }

    /// <summary>The rows of the stratum up to this time: those at risk, and those who enter later.</summary>
    public Range Rows { get; set; }

    /// <summary>Rows that end at this time, with or without the event.</summary>
    public Range Ending { get; set; }

    public int Deaths { get; set; }

    /// <summary>The part of the log-likelihood that belongs to this time.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Its first derivatives.</summary>
    public double[] Score { get; } = new double[rows.Width];

    /// <summary>Its negative second derivatives, the lower half row by row.</summary>
    public double[] Variance { get; } = new double[rows.Width * (rows.Width + 1) / 2];

    /// <summary>How many steps the events of this time are taken in: one, or each on its own.</summary>
    public int Steps => ties == Ties.Efron ? Deaths : 1;

    /// <summary>How many events a step stands for.</summary>
    public double StepWeight => ties == Ties.Efron ? 1 : Deaths;

    /// <summary>The share of those who have the event that has left the risk set before a step.</summary>
    public double Left(int step) => (double)step / Deaths;

    /// <summary>The sum of hazards at risk in a step.</summary>
    public double Total(int step) => AtRisk.Total - Left(step) * Died.Total;

    /// <summary>The mean of a covariate at risk in a step.</summary>
    public double Mean(int step, int column) => (AtRisk.Values[column] - Left(step) * Died.Values[column]) / Total(step);

    /// <summary>Works out likelihood, score and variance.</summary>
    /// <param name="weights">The hazard of each row, up to a factor.</param>
    public void Evaluate(double[] weights)
    {
        if (ties == Ties.Exact && Deaths > 1)
        {
            LogLikelihood = ExactTies.Evaluate(rows, this, weights, Score, Variance);
            return;
        }
        LogLikelihood = DiedPredictors;
        DiedValues.CopyTo(Score, 0);
        Array.Clear(Variance);
        for (int step = 0; step < Steps; step++)
            Add(step);
    }

    private void Add(int step)
    {
        double left = Left(step), total = Total(step), weight = StepWeight;
        LogLikelihood -= weight * Math.Log(total);
        for (int j = 0, place = 0; j < _width; j++)
        {
            double mean = (AtRisk.Values[j] - left * Died.Values[j]) / total;
            Score[j] -= weight * mean;
            for (int k = 0; k <= j; k++, place++)
                Variance[place] += weight * ((AtRisk.Products[place] - left * Died.Products[place]) / total
                    - mean * (AtRisk.Values[k] - left * Died.Values[k]) / total);
        }
    }
}

/// <summary>Weighted sums of 1, the covariates and their products.</summary>
internal sealed class RiskSums(int width)
{
    public double Total { get; private set; }

    public double[] Values { get; } = new double[width];

    public double[] Products { get; } = new double[width * (width + 1) / 2];

    public void Clear()
    {
        Total = 0;
        Array.Clear(Values);
        Array.Clear(Products);
    }

    public void Add(ReadOnlySpan<double> x, double weight)
    {
        Total += weight;
        double[] products = Products;
        for (int j = 0, place = 0; j < x.Length; j++)
        {
            double part = weight * x[j];
            Values[j] += part;
            for (int k = 0; k <= j; k++, place++)
                products[place] += part * x[k];
        }
    }
}
