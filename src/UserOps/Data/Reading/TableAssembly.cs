using UserOps.Data.Schema;
using UserOps.Data.Typing;

namespace UserOps.Data.Reading;

/// <summary>Joins read columns and derived ones into a table and its quality record.</summary>
internal sealed class TableAssembly(TableShape shape, ColumnReader[] readers)
{
    private readonly List<Column> _columns = [];
    private readonly List<ColumnQuality> _qualities = [];
    private readonly List<string> _guesses = [];

    public TableReading Finish(TableQuality quality)
    {
        for (int i = 0; i < readers.Length; i++)
            Add(shape.Columns[i], readers[i]);
        foreach (var derived in shape.Derived)
            Add(derived);
        return new(new(shape.Table, _columns), quality with { Columns = _qualities, Guesses = [.. quality.Guesses, .. _guesses] });
    }

    private void Add(ColumnShape column, ColumnReader reader)
    {
        var typed = reader.Finish();
        _columns.Add(typed.Column);
        _guesses.AddRange(typed.Guesses);
        _qualities.Add(new(column.Name, column.Source, typed.Type, reader.Missing)
        {
            Coerced = [.. Trimmed(reader), .. reader.Log.ToList()],
            Currencies = typed.Currencies,
        });
    }

    private void Add(DerivedColumn derived)
    {
        var sources = derived.Formula.Columns.ToDictionary(name => name, Number, StringComparer.Ordinal);
        double[] values = derived.Formula.Evaluate(sources, _columns[0].Length);
        _columns.Add(new NumberColumn(derived.Name, values));
        _qualities.Add(new(derived.Name, derived.Formula.ToString(), "number", values.LongCount(double.IsNaN)));
    }

    private NumberColumn Number(string source)
    {
        string name = shape.Columns.First(column => column.Source == source).Name;
        return (NumberColumn)_columns.First(column => column.Name == name);
    }

    private static Finding[] Trimmed(ColumnReader reader) =>
        reader.Trimmed == 0 ? [] : [new("blanks around the value removed", reader.Trimmed, [])];
}
