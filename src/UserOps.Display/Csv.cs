using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;

namespace UserOps.Display;

/// <summary>Reads and writes small CSV files of records, also of records defined in a notebook.</summary>
/// <remarks>Columns are matched to properties or constructor parameters by name, without regard to case, blanks, <c>_</c> and <c>-</c>.
/// For exports of any size and dirt, open a dataset instead.</remarks>
public static class Csv
{
    /// <summary>The records of a UTF-8 file with a header line; an empty cell is null, or an error where the property cannot be null.</summary>
    /// <exception cref="InvalidDataException">A column is missing or a cell does not fit its type; the message names line, column and cell.</exception>
    public static IReadOnlyList<T> Read<T>(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return Read<T>(reader);
    }

    /// <summary>The records of CSV text with a header line.</summary>
    /// <exception cref="InvalidDataException">A column is missing or a cell does not fit its type; the message names line, column and cell.</exception>
    public static IReadOnlyList<T> Read<T>(TextReader reader)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            PrepareHeaderForMatch = header => Key(header.Header),
        };
        using var csv = new CsvReader(reader, configuration);
        csv.Context.TypeConverterCache.AddConverter<string>(new TextCell());
        foreach (var kind in (Type[])[typeof(DateTime), typeof(DateTimeOffset)])
            csv.Context.TypeConverterOptionsCache.GetOptions(kind).DateTimeStyle = DateTimeStyles.RoundtripKind;
        try
        {
            return [.. csv.GetRecords<T>()];
        }
        catch (CsvHelperException problem)
        {
            throw new InvalidDataException(Explain(problem, typeof(T)), problem);
        }
    }

    /// <summary>Writes records as UTF-8 with a byte-order mark: numbers invariant at full precision, dates in ISO form, formulas defused.</summary>
    public static void Write<T>(IEnumerable<T> records, string path) => AtomicText.Write(path, writer => Write(records, writer));

    /// <summary>Writes records as CSV with a byte-order mark: numbers invariant at full precision, dates in ISO form, formulas defused.</summary>
    public static void Write<T>(IEnumerable<T> records, TextWriter writer)
    {
        CsvText.WriteMark(writer);
        using var csv = new CsvWriter(writer, CsvText.ForWriting, leaveOpen: true);
        csv.Context.TypeConverterCache.AddConverter<string>(new TextCell());
        csv.Context.TypeConverterCache.AddConverter<DateTime>(new MomentCell<DateTime>());
        csv.Context.TypeConverterCache.AddConverter<DateTimeOffset>(new MomentCell<DateTimeOffset>());
        csv.Context.TypeConverterCache.AddConverter<DateOnly>(new MomentCell<DateOnly>());
        csv.WriteRecords(records);
    }

    private static string Key(string? name) => string.Concat((name ?? "").Where(c => c is not (' ' or '_' or '-' or '\uFEFF'))).ToUpperInvariant();

    private static string Explain(CsvHelperException problem, Type record) => problem switch
    {
        HeaderValidationException headers => $"The CSV has no column for {string.Join(", ", headers.InvalidHeaders.SelectMany(header => header.Names).Distinct())} of {record.Name}. "
            + $"It has: {string.Join(", ", problem.Context?.Reader?.HeaderRecord ?? [])}. Rename the column or the property.",
        TypeConverterException cell => $"Line {Line(problem)}: '{cell.Text}' in column '{Column(problem)}' is no {cell.MemberMapData?.Type.Name ?? "value of its type"}. "
            + "Correct the cell, or make the property text.",
        _ => $"Line {Line(problem)}: {problem.Message.ReplaceLineEndings("\n").Split('\n')[0]}",
    };

    private static int Line(CsvHelperException problem) => problem.Context?.Parser?.RawRow ?? 0;

    private static string Column(CsvHelperException problem)
    {
        int index = problem.Context?.Reader?.CurrentIndex ?? -1;
        string[] header = problem.Context?.Reader?.HeaderRecord ?? [];
        return index >= 0 && index < header.Length ? header[index] : "?";
    }

    private sealed class TextCell : StringConverter
    {
        public override object? ConvertFromString(string? text, IReaderRow row, MemberMapData memberMapData) => text is null ? null : CsvText.Restore(text);

        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) => value is string text ? CsvText.Defuse(text) : null;
    }

    private sealed class MomentCell<T> : DefaultTypeConverter where T : struct
    {
        public override string? ConvertToString(object? value, IWriterRow row, MemberMapData memberMapData) => value is T ? CsvText.Iso(value) : "";
    }
}
