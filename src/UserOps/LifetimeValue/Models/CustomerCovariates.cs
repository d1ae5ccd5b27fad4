namespace UserOps.LifetimeValue.Models;

/// <summary>What is known of customers besides their purchases and does not change: channel, region, price of the first order, …; one value a customer and column.</summary>
public sealed class CustomerCovariates
{
    /// <summary>Takes columns in the order of the histories; words become one column of 0 and 1 for each word but one.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="columns">The values, one list a column.</param>
    /// <exception cref="UserOpsException">Names and columns differ in number, or a value is not finite.</exception>
    /// <exception cref="InsufficientDataException">A column has the same value for all customers.</exception>
    public CustomerCovariates(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> columns)
    {
        if (names.Count != columns.Count || names.Count == 0)
            throw new UserOpsException($"Found {names.Count} names for {columns.Count} columns of covariates; one name a column and at least one are needed.");
        for (int i = 0; i < names.Count; i++)
            Check(names[i], columns[i]);
        (Names, Columns) = (names, columns);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The values by column, then customer.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Columns { get; }

    internal double[] Row(int row) => [.. Columns.Select(column => column[row])];

    internal double[] Spreads() => [.. Columns.Select(column => MathNet.Numerics.Statistics.Statistics.StandardDeviation(column))];

    private static void Check(string name, IReadOnlyList<double> column)
    {
        if (column.Any(value => !double.IsFinite(value)))
            throw new UserOpsException($"Covariate '{name}' has {column.Count(value => !double.IsFinite(value))} values that are missing or infinite; a finite number for each customer is needed.");
        if (column.Count == 0 || column.Max() - column.Min() <= 1e-12 * column.Max(Math.Abs))
            throw new InsufficientDataException($"the same value of covariate '{name}' for all {column.Count} customers", "values that differ", "Leave it out.");
    }
}
