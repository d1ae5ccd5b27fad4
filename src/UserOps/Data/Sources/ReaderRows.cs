using System.Data.Common;
using System.Globalization;
using UserOps.Data.Reading;

namespace UserOps.Data.Sources;

/// <summary>The rows of a database query as text, so that one way of typing, naming and checking serves all sources.</summary>
internal sealed class ReaderRows : ITextRows
{
    private readonly DbDataReader _reader;
    private readonly string _name;
    private readonly IDisposable? _owner;
    private readonly Func<int, string>[] _texts;

    /// <param name="reader">The rows; disposed with this.</param>
    /// <param name="name">What error messages call the query.</param>
    /// <param name="owner">What else is disposed with this, the reader's connection.</param>
    public ReaderRows(DbDataReader reader, string name, IDisposable? owner = null)
    {
        (_reader, _name, _owner) = (reader, name, owner);
        Header = Headers.Name(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        _texts = [.. Enumerable.Range(0, reader.FieldCount).Select(TextOf)];
    }

    public IReadOnlyList<string> Header { get; }

    public int FieldCount => _reader.FieldCount;

    public ReadOnlySpan<char> this[int field] => _reader.IsDBNull(field) ? "" : Text(field);

    public long Line { get; private set; }

    // A query does not know how many rows it will give.
    public double Progress => 0;

    public bool Read()
    {
        try
        {
            bool found = _reader.Read();
            Line += found ? 1 : 0;
            return found;
        }
        catch (DbException cause)
        {
            throw new UserOpsException($"'{_name}' cannot be read on after row {Line}: {cause.Message}", cause);
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _owner?.Dispose();
    }

    /// <summary>A database holds values that .NET does not, such as the timestamp <c>infinity</c>: they count as values that are no time and no number.</summary>
    private string Text(int field)
    {
        try
        {
            return _texts[field](field);
        }
        catch (Exception cause) when (cause is ArgumentOutOfRangeException or OverflowException or InvalidCastException or InvalidOperationException)
        {
            return "out of range";
        }
    }

    /// <summary>Frequent types are read without boxing them; moments with an offset are UTC by now and marked as such.</summary>
    private Func<int, string> TextOf(int field) => _reader.GetFieldType(field) switch
    {
        var type when type == typeof(string) => _reader.GetString,
        var type when type == typeof(long) => i => _reader.GetInt64(i).ToString(CultureInfo.InvariantCulture),
        var type when type == typeof(int) => i => _reader.GetInt32(i).ToString(CultureInfo.InvariantCulture),
        var type when type == typeof(DateTime) && IsZoned(field) => i => CellText.Of(DateTime.SpecifyKind(_reader.GetDateTime(i), DateTimeKind.Utc)),
        _ => i => CellText.Of(_reader.GetValue(i)),
    };

    private bool IsZoned(int field) => _reader.GetDataTypeName(field).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is "TIMESTAMPTZ" or "TIMESTAMPWITHTIMEZONE";
}
