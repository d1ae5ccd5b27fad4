using System.Globalization;

namespace UserOps.Data.Schema;

/// <summary>A number computed from columns of the same row: <c>Quantity*UnitPrice</c>, <c>(price − discount) × quantity</c>.</summary>
internal abstract record Formula
{
    /// <summary>The columns that it needs, by their names in the file.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>The value of each row; NaN where a column has none.</summary>
    public abstract double[] Evaluate(IReadOnlyDictionary<string, NumberColumn> columns, int rows);

    /// <summary>A column.</summary>
    public sealed record Of(string Column) : Formula
    {
        public override IEnumerable<string> Columns => [Column];
        public override double[] Evaluate(IReadOnlyDictionary<string, NumberColumn> columns, int rows) => columns[Column].Values;
        public override string ToString() => Column;
    }

    /// <summary>A number that is the same for all rows.</summary>
    public sealed record Constant(double Value) : Formula
    {
        public override IEnumerable<string> Columns => [];
        public override double[] Evaluate(IReadOnlyDictionary<string, NumberColumn> columns, int rows) => [.. Enumerable.Repeat(Value, rows)];
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Two parts and what is done with them.</summary>
    public sealed record Binary(Formula Left, char Sign, Formula Right) : Formula
    {
        public override IEnumerable<string> Columns => Left.Columns.Concat(Right.Columns).Distinct(StringComparer.Ordinal);

        public override double[] Evaluate(IReadOnlyDictionary<string, NumberColumn> columns, int rows)
        {
            double[] left = Left.Evaluate(columns, rows), right = Right.Evaluate(columns, rows);
            return [.. left.Zip(right, Compute)];
        }

        public override string ToString() => $"({Left} {Sign} {Right})";

        /// <summary>The value, NaN where it is not finite: nothing is divided by zero.</summary>
        private double Compute(double left, double right) => Sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => right == 0 ? double.NaN : left / right,
        };
    }
}
