using System.Globalization;
using System.Text;
using CsCheck;
using UserOps.Data;
using UserOps.Data.Reading;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>A table of random values, written in a random dialect, reads back as it was.</summary>
public sealed class RoundTripTests : IDisposable
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];
    private static readonly string[] Encodings = ["utf-8", "utf-8-mark", "utf-16", "gb18030"];
    private static readonly string[] DayForms = ["yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy'年'M'月'd'日' HH:mm:ss", "d/M/yyyy HH:mm:ss", "M/d/yyyy h:mm:ss tt", "yyyyMMdd HHmmss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] NumberForms = ["0.00", "#,##0.00", "'¥'#,##0.00", "0.00;(0.00)"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed record Row(string Word, double? Number, DateTime? Moment, bool? Flag);

    private sealed record Dialect(char Delimiter, string LineEnd, string Encoding, string DayForm, string NumberForm, bool QuoteAll);

    private static readonly Gen<Row> AnyRow =
        from word in Gen.OneOf(Gen.Char["abc,;|\t\"\n'x 用户运营#0"].Array[0, 8].Select(letters => new string(letters)), Gen.Const("北京市"), Gen.Const("\"quoted\""))
        from number in Gen.Int[-9_999_999, 9_999_999]
        from second in Gen.Int[0, 800_000_000]
        from flag in Gen.Bool
        from missing in Gen.Int[0, 9]
        select new Row(word.Trim(), missing == 0 ? null : number / 100.0, missing == 1 ? null : new DateTime(2000, 1, 1).AddSeconds(second), missing == 2 ? null : flag);

    private static readonly Gen<Dialect> AnyDialect =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Bool, (a, b, c, d, e, quote) =>
            new Dialect(Delimiters[a], LineEnds[b], Encodings[c], DayForms[d], NumberForms[e], quote));

    // The first row holds Chinese and a day beyond the twelfth, so that encoding and order of day and month can be told at all.
    private static readonly Row First = new("用户运营北京上海", 1234.5, new(2024, 12, 28, 1, 2, 3), true);

    [Fact]
    public void A_table_in_any_dialect_reads_back_as_it_was() =>
        Gen.Select(AnyRow.Array[1, 60], AnyDialect).Sample((rows, dialect) => Check([First, First with { Flag = false, Number = -1 }, .. rows], dialect), iter: 300, threads: 1);

    private void Check(Row[] rows, Dialect dialect)
    {
        string path = _folder["table.csv"];
        var encoding = dialect.Encoding == "utf-8-mark" ? new UTF8Encoding(true) : dialect.Encoding == "utf-8" ? new UTF8Encoding(false) : TextEncoding.Named(dialect.Encoding);
        File.WriteAllText(path, Write(rows, dialect), encoding);
        var table = TypedTable.Open(path, new() { UseCache = false, AllowPersonalData = true });
        Assert.Equal(rows.Length, table.RowCount);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i].Word.ReplaceLineEndings(" "), (table.Get<TextColumn>("word")[i] ?? "").ReplaceLineEndings(" "));
            Assert.Equal(rows[i].Number ?? double.NaN, table.Get<NumberColumn>("number").Values[i]);
            Assert.Equal(rows[i].Moment, (DateTime?)table.Get<TimeColumn>("moment").ValueAt(i));
            Assert.Equal(rows[i].Flag, (bool?)table.Get<FlagColumn>("flag").ValueAt(i));
        }
    }

    private static string Write(Row[] rows, Dialect dialect)
    {
        var text = new StringBuilder();
        Append(["word", "number", "moment", "flag"]);
        foreach (var row in rows)
            Append([row.Word, row.Number?.ToString(dialect.NumberForm, CultureInfo.InvariantCulture) ?? "",
                row.Moment?.ToString(dialect.DayForm, CultureInfo.InvariantCulture) ?? "", row.Flag is null ? "" : row.Flag.Value ? "是" : "否"]);
        return text.ToString();

        void Append(string[] fields) => text.AppendJoin(dialect.Delimiter, fields.Select(field => Quote(field, dialect))).Append(dialect.LineEnd);
    }

    private static string Quote(string field, Dialect dialect) =>
        dialect.QuoteAll || field.AsSpan().ContainsAny(dialect.Delimiter, '"', '\n') ? '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : field;
}
