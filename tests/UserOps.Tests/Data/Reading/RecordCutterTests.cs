using System.Text;
using CsCheck;
using Sylvan.Data.Csv;
using UserOps.Data.Reading;

namespace UserOps.Tests.Data.Reading;

/// <summary>Records and fields against those of another reader, Sylvan.Data.Csv 1.4.4 with <see cref="CsvStyle.Lax"/>.</summary>
public class RecordCutterTests
{
    private static readonly Gen<string> AnyText = Gen.Char["aab,,;\"\"\"\n\n\r用 "].Array[0, 60].Select(letters => new string(letters));

    [Fact]
    public void Any_text_is_cut_as_another_reader_cuts_it() => AnyText.Sample(text => AssertEqual(text), iter: 20_000);

    [Fact]
    public void Records_over_the_border_of_what_is_read_at_once_are_cut_as_well() =>
        Gen.Select(AnyText, Gen.Int[65_480, 65_540], AnyText).Sample((before, length, after) =>
            AssertEqual(new StringBuilder(before).Append('\n').Append(',', 20).Append('x', length).Append(after).ToString()), iter: 300);

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,")]
    [InlineData("\"")]
    [InlineData("\"a\"\"")]
    [InlineData("\"a\"b\"c,d\n")]
    [InlineData("a\"b\",c\n")]
    [InlineData("\"a\nb\r\nc\",d\r")]
    [InlineData("\"open,a\nb")]
    public void Odd_quotes_and_ends_are_taken_as_another_reader_takes_them(string text) => AssertEqual(text);

    [Fact]
    public void A_record_of_many_fields_and_a_delimiter_beyond_ASCII_are_cut()
    {
        using var records = new RecordCutter(new StringReader(string.Join('￥', Enumerable.Range(0, 100)) + "\n"), '￥');
        Assert.True(records.Read());
        Assert.Equal(100, records.Fields.Length);
        Assert.Equal("99", records[99].ToString());
        Assert.False(records.Read());
    }

    private static void AssertEqual(string text) => Assert.Equal(Sylvan(text), Cut(text));

    private static List<string> Cut(string text)
    {
        using var records = new RecordCutter(new StringReader(text), ',');
        List<string> all = [];
        while (records.Read())
        {
            string raw = records.Record.ToString();
            records.RemoveQuotes();
            all.Add(Describe(raw, records.Fields.Length, i => records[i].ToString()));
        }
        return all;
    }

    private static List<string> Sylvan(string text)
    {
        using var reader = CsvDataReader.Create(new StringReader(text), new()
        {
            HasHeaders = false,
            Delimiter = ',',
            Comment = '\uFFFF',
            CsvStyle = CsvStyle.Lax,
            BufferSize = 1 << 16,
            MaxBufferSize = 1 << 20,
        });
        List<string> all = [];
        while (reader.Read())
            all.Add(Describe(reader.GetRawRecordSpan().ToString(), reader.RowFieldCount, i => reader.GetFieldSpan(i).ToString()));
        return all;
    }

    private static string Describe(string raw, int fields, Func<int, string> field) =>
        $"{raw} = {string.Join(" | ", Enumerable.Range(0, fields).Select(field))}";
}
