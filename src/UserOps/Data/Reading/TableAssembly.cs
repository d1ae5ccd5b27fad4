using UserOps.Data.Schema;
using UserOps.Data.Typing;

namespace UserOps.Data.Reading;

/// <summary>Joins read columns and derived ones into a table and its quality record.</summary>
internal sealed class TableAssembly(TableShape shape, IReadOnlyList<ReadColumn> columns, TimeZoneInfo? zone)
{
    private readonly List<Column> _columns = [];
    private readonly List<ColumnQuality> _qualities = [];
    private readonly List<string> _guesses = [];

    public TableReading Finish(TableQuality quality)
    {
        for (int i = 0; i < columns.Count; i++)
            Add(shape.Columns[i], columns[i]);
        foreach (var derived in shape.Derived)
            Add(derived);
        return new(new(shape.Table, _columns), quality with { Columns = _qualities, Guesses = [.. quality.Guesses, .. _guesses, .. Zone()] });
    }

    private void Add(ColumnShape shape, ReadColumn read)
    {
        _columns.Add(read.Typed.Column);
        _guesses.AddRange(read.Typed.Guesses);
        _qualities.Add(new(shape.Name, shape.Source, read.Typed.Type, read.Missing) { Coerced = read.Coerced, Currencies = read.Typed.Currencies });
    }

    private void Add(DerivedColumn derived)
    {
        var sources = derived.Formula.Columns.ToDictionary(name => name, Number, StringComparer.Ordinal);
        double[] values = derived.Formula.Evaluate(sources, _columns[0].Length);
        _columns.Add(new NumberColumn(derived.Name, values));
        _qualities.Add(new(derived.Name, derived.Formula.ToString(), "number", values.LongCount(double.IsNaN)));
    }

    private string[] Zone() => !columns.Any(column => column.Typed.HasLocalTimes) ? [] : zone is null
        ? ["Times without an offset are taken for UTC; name the export's time zone if they are local."]
        : [$"Times without an offset are in {zone.Id}."];

    private NumberColumn Number(string source)
    {
        string name = shape.Columns.First(column => column.Source == source).Name;
        return (NumberColumn)_columns.First(column => column.Name == name);
    }
}
