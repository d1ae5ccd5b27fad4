namespace UserOps.Display.Tests;

public class TableJsonTests
{
    [Fact]
    public void A_shown_table_travels_with_values_at_full_precision_and_their_formats()
    {
        var shown = Samples.Channels();
        var read = Assert.Single(DeliveredTable.In(shown.Render()));
        Assert.Equal((shown.Title, shown.Caption, 3), (read.Table.Title, read.Table.Caption, read.TotalRows));
        Assert.Equal(shown.Columns, read.Table.Columns);
        Assert.Equal(["微信 WeChat", 1234d, 0.12345, 0.012, 1234567.891, new DateTime(2024, 3, 1), new DateTime(2024, 3, 31, 13, 5, 9), 76.8 * 3600, true], read.Table.Rows[0]);
        Assert.Null(read.Table.Rows[1][2]);
    }

    [Fact]
    public void A_table_read_back_prints_and_exports_as_the_one_that_was_shown()
    {
        var shown = Samples.Channels();
        var read = DeliveredTable.In(shown.Render())[0].Table;
        Assert.Equal(shown.ToMarkdown(), read.ToMarkdown());
        Assert.Equal(Csv(shown), Csv(read).Replace("2024-03-31T13:05:09Z", "2024-03-31T13:05:09", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_among_numbers_stay_words()
    {
        var table = new Table("T", [new("n", Format.Count)], [["< 5"], [double.PositiveInfinity]]);
        Assert.Equal(["< 5", "∞"], DeliveredTable.In(table.Render())[0].Table.Rows.Select(row => row[0]));
    }

    [Fact]
    public void The_notes_of_a_result_travel_with_its_table()
    {
        var read = Assert.Single(DeliveredTable.In(new Noted().Render()));
        Assert.Equal(["Mind the gap.", "Twice."], read.Notes);
        Assert.Empty(DeliveredTable.In(Samples.Channels().Render())[0].Notes);
    }

    [Fact]
    public void A_bundle_without_tables_has_none() => Assert.Empty(DeliveredTable.In(MimeBundle.Of("x")));

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"columns\":[{\"name\":\"a\",\"kind\":\"New\",\"digits\":0,\"unit\":\"\"}],\"rows\":[],\"title\":\"\",\"total\":0}]")]
    public void What_is_no_table_is_refused(string json) => Assert.Throws<FormatException>(() => DeliveredTable.In(MimeBundle.Of("x").With(MimeBundle.Tables, json)));

    private sealed record Noted : AnalysisResult
    {
        public override IReadOnlyList<string> Notes => ["Mind the gap.", "Twice."];

        public override Table ToTable() => new("T", [new("n", Format.Count)], [[1]]);
    }

    private static string Csv(Table table)
    {
        using var writer = new StringWriter();
        table.WriteCsv(writer);
        return writer.ToString();
    }
}
