using System.Globalization;
using System.Text;
using CsCheck;
using UserOps.Testing;

namespace UserOps.Display.Tests;

public sealed class CsvTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");

    [Fact]
    public void Table_keeps_full_precision_and_defuses_formulas() => Golden.Matches(Written(Samples.Channels().WriteCsv).TrimStart('\uFEFF'), "table.csv");

    [Fact]
    public void File_begins_with_exactly_one_byte_order_mark()
    {
        Samples.Channels().WriteCsv(_path);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'C'], File.ReadAllBytes(_path)[..4]);
        using (var plain = new StreamWriter(_path, append: false, new UTF8Encoding(false)))
            Samples.Channels().WriteCsv(plain);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'C'], File.ReadAllBytes(_path)[..4]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 138", "'+86 138")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM", "'@SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("12345678901234567", "'12345678901234567")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("17850", "17850")]
    [InlineData("it's", "it's")]
    public void Text_that_Excel_would_run_or_change_gets_an_apostrophe(string word, string expected)
    {
        string line = Written(new Table("t", [new("id", Format.Text)], [[word]]).WriteCsv).Split("\r\n")[1];
        Assert.Equal(expected, line.Trim('"'));
    }

    [Fact]
    public void Numbers_are_no_formulas_and_ids_beyond_2_to_the_53_stay_text()
    {
        var table = new Table("t", [new("n", Format.Number()), new("id", Format.Text)], [[-5.25, 9007199254740993L], [0.1 + 0.2, 7L]]);
        Assert.Equal("\uFEFFn,id\r\n-5.25,'9007199254740993\r\n0.30000000000000004,7\r\n", Written(table.WriteCsv));
    }

    [Fact]
    public void Records_come_back_as_they_were_written() => Gen.Select(Gen.String, Gen.Double, Gen.Long, Gen.DateTime, Gen.Bool).List[0, 5].Sample(rows =>
    {
        Person[] people = [.. rows.Select(row => new Person(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, Day: DateOnly.FromDateTime(row.Item4)))];
        string text = Written(writer => Csv.Write(people, writer));
        Assert.Equal(people, Csv.Read<Person>(new StringReader(text)));
    });

    [Fact]
    public void Texts_of_a_table_come_back_as_they_were_written() => Gen.String.Array[1, 6].Sample(words =>
    {
        var table = new Table("t", [new("Word", Format.Text), new("Row", Format.Count)], words.Select((word, i) => new object?[] { word, i }));
        Assert.Equal(words, Csv.Read<WordRow>(new StringReader(Written(table.WriteCsv))).Select(row => row.Word));
    });

    [Fact]
    public void Columns_match_without_regard_to_case_blanks_and_underscores_and_the_delimiter_is_found()
    {
        File.WriteAllText(_path, "channel name;COST\n微信;12.5\nweb;\n");
        Assert.Equal([new Spend("微信", 12.5m), new Spend("web", null)], Csv.Read<Spend>(_path));
    }

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there()
    {
        File.WriteAllText(_path, "Channel,Cost\na,1\n");
        var problem = Assert.Throws<InvalidDataException>(() => Csv.Read<Spend>(_path));
        Assert.Contains("ChannelName", problem.Message, StringComparison.Ordinal);
        Assert.Contains("It has: Channel, Cost", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_another_type_is_named_with_its_line_and_column()
    {
        File.WriteAllText(_path, "ChannelName,Cost\na,1\nb,free\n");
        var problem = Assert.Throws<InvalidDataException>(() => Csv.Read<Spend>(_path));
        Assert.StartsWith("Line 3: 'free' in column 'Cost'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_does_not_depend_on_the_culture()
    {
        string invariant = Written(Samples.Channels().WriteCsv);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Written(Samples.Channels().WriteCsv));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    public void Dispose() => File.Delete(_path);

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }

    private sealed record Person(string Name, double Score, long Id, DateTime At, bool Paid, DateOnly Day);

    private sealed record WordRow(string Word, int Row);

    private sealed record Spend(string ChannelName, decimal? Cost);
}
