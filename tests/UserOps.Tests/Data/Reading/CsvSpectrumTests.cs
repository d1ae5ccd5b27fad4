using System.Text.Json;
using UserOps.Data.Reading;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>The csv-spectrum corpus (github.com/max-mapper/csv-spectrum): every file against the rows that its JSON states.</summary>
public class CsvSpectrumTests
{
    [Theory]
    [InlineData("comma_in_quotes")]
    [InlineData("empty")]
    [InlineData("empty_crlf")]
    [InlineData("escaped_quotes")]
    [InlineData("json")]
    [InlineData("newlines")]
    [InlineData("newlines_crlf")]
    [InlineData("quotes_and_newlines")]
    [InlineData("simple")]
    [InlineData("simple_crlf")]
    [InlineData("utf8")]
    public void Every_file_reads_as_its_json_states(string name)
    {
        var expected = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(PublicData.Path($"csv-corpus/csv-spectrum/json/{name}.json")))!;
        var rows = Rows(PublicData.Path($"csv-corpus/csv-spectrum/csvs/{name}.csv"));
        Assert.Equal(expected.Count, rows.Count);
        foreach ((var want, var found) in expected.Zip(rows))
            Assert.Equal(want, found);
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        List<Dictionary<string, string>> all = [];
        using var rows = DelimitedFile.Source(path, new()).Open();
        while (rows.Read())
            all.Add(rows.Header.Select((name, i) => (name, value: rows[i].ToString())).ToDictionary(pair => pair.name, pair => pair.value));
        return all;
    }
}
