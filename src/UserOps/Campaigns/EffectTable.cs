using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>Figures and p-values of an effect as one table.</summary>
internal static class EffectTable
{
    /// <summary>The figures, then the p-values: their name, value and definition.</summary>
    public static Table Of(string title, IEnumerable<Figure> figures, IEnumerable<(string Name, double? Value, string Definition)> tests, string caption)
    {
        var table = Figure.Table(title, figures, caption);
        return new(table.Title, table.Columns, [.. table.Rows, .. tests.Select(test => (object?[])[test.Name, test.Value is { } p ? PWords.Cell(p) : null, null, null, null, test.Definition])], table.Caption);
    }
}
