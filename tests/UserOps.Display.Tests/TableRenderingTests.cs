using System.Text.RegularExpressions;
using CsCheck;
using UserOps.Testing;

namespace UserOps.Display.Tests;

public partial class TableRenderingTests
{
    [Fact]
    public void Text_is_aligned_with_Chinese_characters_two_columns_wide() => Golden.Matches(Samples.Channels().ToString(), "table.txt");

    [Fact]
    public void Html_has_a_caption_right_aligned_numbers_and_encoded_words() => Golden.Matches(Samples.Body(Samples.Channels().ToHtml()), "table.html");

    [Fact]
    public void Markdown_escapes_pipes_line_breaks_and_markup() => Golden.Matches(Samples.Channels().ToMarkdown(), "table.md");

    [Fact]
    public void Wide_and_combining_characters_keep_the_columns_straight()
    {
        var table = new Table("t", [new("名", Format.Text), new("n", Format.Count)], [["微信", 1], ["web", 22], ["e\u0301", 333]]);
        Assert.Equal("t\n名      n\n────  ───\n微信    1\nweb    22\ne\u0301     333", table.ToString());
    }

    [Fact]
    public void Rows_beyond_the_limit_become_one_line_that_counts_them()
    {
        string html = Samples.Channels(1_205).ToHtml(rowLimit: 5);
        Assert.Equal(1 + 5 + 1, Regex.Count(html, "<tr>"));
        Assert.Contains("… and 1,200 more rows", html, StringComparison.Ordinal);
        Assert.DoesNotContain("more row", Samples.Channels(5).ToHtml(rowLimit: 5), StringComparison.Ordinal);
        Assert.EndsWith("… and 1 more row</td></tr></tfoot></table>", Samples.Channels(6).ToHtml(rowLimit: 5), StringComparison.Ordinal);
        Assert.Contains("\n… and 1,005 more rows\n", Samples.Channels(1_205).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_the_data_becomes_a_tag() => Gen.String.Sample(word =>
    {
        var table = new Table(word + "<i>", [new(word + "<b>", Format.Text)], [[word + "<script>"], [word + "\"'&"]], word + "</caption>");
        string inside = KnownTags().Replace(table.ToHtml(), "");
        return !inside.Contains('<', StringComparison.Ordinal) && !inside.Contains('>', StringComparison.Ordinal);
    });

    [Fact]
    public void No_word_of_the_data_breaks_out_of_its_Markdown_cell() => Gen.String.Sample(word =>
    {
        var table = new Table("t", [new("a", Format.Text), new("b", Format.Text)], [[word + "|\r\n|", "x"]]);
        string row = table.ToMarkdown().Split('\n')[^1];
        return Regex.Count(row, @"(?<!\\)(?:\\\\)*\|") == 3;
    });

    [Fact]
    public void A_bundle_holds_the_text_that_ToString_gives()
    {
        var table = Samples.Channels();
        Assert.Equal(table.ToString(), table.Render()[MimeBundle.PlainText]);
        Assert.Equal(table.ToHtml(), table.Render()[MimeBundle.Html]);
    }

    [Fact]
    public void Rows_of_another_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Table("t", [new("a", Format.Text)], [[1, 2]]));

    [GeneratedRegex("<style>[^<]*</style>|</?(table|caption|strong|small|thead|tbody|tr|th|td)( (class=\"(userops|num|long)\"|scope=\"col\"))*>|<br>")]
    private static partial Regex KnownTags();
}
