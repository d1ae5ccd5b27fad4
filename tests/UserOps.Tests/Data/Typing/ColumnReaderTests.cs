using UserOps.Data;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class ColumnReaderTests
{
    private static readonly TypeSettings Utc = new(TimeZoneInfo.Utc);

    private static ReadColumn Read(string name, Wish wish, IEnumerable<string> values, TypeSettings? times = null)
    {
        var place = new ReadingPlace { File = "file.csv", Line = 1 };
        var reader = new ColumnReader(name, wish, times ?? Utc, place, 0);
        foreach (string value in values)
        {
            place.Line++;
            reader.Add(value);
        }
        return reader.Finish();
    }

    private static string[] Days(ReadColumn read) =>
        [.. Enumerable.Range(0, read.Typed.Column.Length).Select(row => read.Typed.Column.ValueAt(row) is DateTime time ? time.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")];

    [Theory]
    [InlineData("true", "false")]
    [InlineData("TRUE", "FALSE")]
    [InlineData("Yes", "No")]
    [InlineData("1", "0")]
    [InlineData("是", "否")]
    [InlineData("Y", "N")]
    public void Every_form_of_yes_and_no_is_read(string yes, string no) =>
        Assert.Equal([1, 0, -1, 1], Assert.IsType<FlagColumn>(Read("won", Wish.Any, [yes, no, "", yes]).Typed.Column).Flags);

    [Fact]
    public void A_blank_is_missing_and_counted()
    {
        var read = Read("TotalCharges", Wish.Any, ["29.85", " ", "1889.5", "", "3"]);
        Assert.Equal([29.85, double.NaN, 1889.5, double.NaN, 3], Assert.IsType<NumberColumn>(read.Typed.Column).Values);
        Assert.Equal(2, read.Missing);
    }

    [Theory]
    [InlineData("0012", "17850")]
    [InlineData("1", "1234567890123456789")]
    [InlineData("12", "abc")]
    public void Codes_and_words_stay_text(params string[] values) => Assert.IsType<TextColumn>(Read("column", Wish.Any, values).Typed.Column);

    [Theory]
    [InlineData("user_id")]
    [InlineData("CustomerID")]
    [InlineData("order id")]
    [InlineData("userid")]
    [InlineData("订单编号")]
    [InlineData("手机号码")]
    public void Ids_stay_text_even_where_they_are_digits(string name) =>
        Assert.Equal(["17850.0", "12"], Assert.IsType<TextColumn>(Read(name, Wish.Any, ["17850.0", "12"]).Typed.Column).Words);

    [Fact]
    public void A_type_that_a_late_value_contradicts_is_given_up()
    {
        var place = new ReadingPlace();
        var reader = new ColumnReader("stock", Wish.Any, Utc, place, 0);
        for (int i = 0; i < 5000; i++)
            reader.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(reader.IsContradicted);
        reader.Add("85123A");
        Assert.True(reader.IsContradicted);
    }

    [Fact]
    public void Many_distinct_numbers_and_times_are_found()
    {
        Assert.IsType<NumberColumn>(Read("x", Wish.Any, Enumerable.Range(0, 3000).Select(i => FormattableString.Invariant($"{i}.5"))).Typed.Column);
        var times = Read("x", Wish.Any, Enumerable.Range(0, 3000).Select(i => FormattableString.Invariant($"2024-01-01 {i / 200:00}:{i % 60:00}:00")));
        Assert.Equal(new DateTime(2024, 1, 1, 14, 59, 0), Assert.IsType<TimeColumn>(times.Typed.Column).ValueAt(2999));
    }

    [Fact]
    public void A_word_that_is_no_number_is_missing_where_a_number_is_demanded_and_its_place_is_kept()
    {
        var read = Read("amount", Wish.Number, ["12", "free", "¥3", "N/A"]);
        Assert.Equal([12, double.NaN, 3, double.NaN], Assert.IsType<NumberColumn>(read.Typed.Column).Values);
        Assert.Equal(["not a number: missing", "'N/A' read as missing"], read.Coerced.Select(finding => finding.What));
        Assert.Equal(new Place("file.csv", 3, "free"), Assert.Single(read.Coerced[0].Places));
    }

    [Fact]
    public void Words_that_programs_write_for_nothing_are_missing_and_said_to_be()
    {
        var read = Read("channel", Wish.Text, ["ads", "NULL", "nan", "\\N", "None"]);
        Assert.Equal(["ads", "None"], Assert.IsType<TextColumn>(read.Typed.Column).Words);
        Assert.Equal(3, read.Missing);
        Assert.Equal(3, read.Coerced.Sum(finding => finding.Count));
    }

    [Fact]
    public void Blanks_around_a_value_are_removed_and_counted()
    {
        var read = Read("city", Wish.Text, [" 上海", "上海", "上海　"]);
        Assert.Equal(["上海"], Assert.IsType<TextColumn>(read.Typed.Column).Words);
        Assert.Equal(2, Assert.Single(read.Coerced).Count);
    }

    [Fact]
    public void Epochs_are_times_where_the_name_says_so()
    {
        Assert.IsType<TimeColumn>(Read("created_at", Wish.Any, ["1704459753", "1704459754"]).Typed.Column);
        Assert.IsType<NumberColumn>(Read("views", Wish.Any, ["1704459753", "1704459754"]).Typed.Column);
        Assert.IsType<NumberColumn>(Read("time", Wish.Any, ["9", "13"]).Typed.Column);
    }

    [Fact]
    public void One_date_that_decides_fixes_the_order_of_the_whole_column()
    {
        var read = Read("day", Wish.Any, ["03/04/2024", "05/04/2024", "14/04/2024"]);
        Assert.Equal(["04-03", "04-05", "04-14"], Days(read));
        Assert.Contains("day/month/year since 14/04/2024 can be read in no other way", Assert.Single(read.Typed.Guesses));
    }

    [Fact]
    public void The_line_that_decides_is_named_where_a_time_is_demanded() =>
        Assert.Contains("since 14/04/2024 on line 3 can be read in no other way", Assert.Single(Read("at", Wish.Time, ["03/04/2024", "14/04/2024", "05/04/2024"]).Typed.Guesses));

    [Fact]
    public void Words_for_nothing_among_numbers_are_counted()
    {
        var read = Read("views", Wish.Any, ["12", "N/A", "7", "-", "N/A"]);
        Assert.Equal([12, double.NaN, 7, double.NaN, double.NaN], Assert.IsType<NumberColumn>(read.Typed.Column).Values);
        Assert.Equal([("'N/A' read as missing", 2L), ("'-' read as missing", 1L)], read.Coerced.Select(finding => (finding.What, finding.Count)));
    }

    [Fact]
    public void A_late_month_first_date_decides_as_well() =>
        Assert.Equal(["03-04", "04-05", "04-14"], Days(Read("day", Wish.Any, ["03/04/2024", "04/05/2024", "04/14/2024"])));

    [Fact]
    public void Where_no_date_decides_the_order_that_keeps_them_close_is_taken_and_said()
    {
        var read = Read("day", Wish.Any, ["01/02/2024", "05/02/2024", "09/02/2024", "12/02/2024"]);
        Assert.Equal(["02-01", "02-05", "02-09", "02-12"], Days(read));
        Assert.Contains("span 11 days rather than", Assert.Single(read.Typed.Guesses));
    }

    [Fact]
    public void Where_nothing_decides_month_first_is_the_stated_default()
    {
        var read = Read("day", Wish.Any, ["03/04/2024"]);
        Assert.Equal(["03-04"], Days(read));
        Assert.Contains("nothing in the column decides how 03/04/2024 is read; set DateOrder", Assert.Single(read.Typed.Guesses));
    }

    [Fact]
    public void An_option_fixes_the_order_and_what_does_not_fit_is_missing()
    {
        var read = Read("at", Wish.Time, ["03/04/2024", "04/14/2024"], Utc with { Order = DateOrder.DayFirst });
        Assert.Equal(["04-03", ""], Days(read));
        Assert.Equal(1, read.Missing);
    }

    [Fact]
    public void Times_far_out_of_range_are_missing_and_counted()
    {
        var read = Read("at", Wish.Time, ["2024-01-05", "9999-12-31", "0000-00-00", "0001-01-01"]);
        Assert.Equal(3, read.Missing);
        Assert.Equal(2, read.Coerced.Single(finding => finding.What.StartsWith("outside", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public void Local_times_become_UTC_and_times_with_an_offset_stay()
    {
        var shanghai = Utc with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
        var column = Assert.IsType<TimeColumn>(Read("at", Wish.Time, ["2024-01-05 08:00:00", "2024-01-05T08:00:00Z", "1704441600"], shanghai).Typed.Column);
        Assert.Equal([new DateTime(2024, 1, 5, 0, 0, 0), new DateTime(2024, 1, 5, 8, 0, 0), new DateTime(2024, 1, 5, 8, 0, 0)], [.. Enumerable.Range(0, 3).Select(column.ValueAt)]);
    }

    [Fact]
    public void Two_currencies_in_one_column_are_told() =>
        Assert.Equal(["CNY", "USD"], Read("amount", Wish.Number, ["¥1", "$2", "3"]).Typed.Currencies);

    [Fact]
    public void One_amount_with_a_decimal_comma_decides_for_the_whole_column()
    {
        var read = Read("amount", Wish.Number, ["1.234", "1.234,50", "12,00 €", "0,99", "7", "1,234", "1.234.567"]);
        Assert.Equal([1234, 1234.5, 12, 0.99, 7, 1.234, 1234567], Assert.IsType<NumberColumn>(read.Typed.Column).Values);
        Assert.Equal("number (EUR, decimal comma)", read.Typed.Type);
        Assert.Contains("a comma stands before the decimals, since 1.234,50 on line 3 and 3 more can be read in no other way", read.Typed.Guesses[0]);
    }

    [Fact]
    public void Decimal_commas_are_found_in_a_column_that_nobody_asked_for() =>
        Assert.Equal([2.5, 1000, 0.125], Assert.IsType<NumberColumn>(Read("rate", Wish.Any, ["2,5", "1.000", "0,125"]).Typed.Column).Values);

    [Fact]
    public void Numbers_with_both_marks_before_decimals_are_no_numbers_unless_they_must_be()
    {
        Assert.IsType<TextColumn>(Read("version", Wish.Any, ["2.5", "2,5"]).Typed.Column);
        var read = Read("amount", Wish.Number, ["12.50", "1,234", "12.75", "3,5"]);
        Assert.Equal([12.5, 1234, 12.75, double.NaN], Assert.IsType<NumberColumn>(read.Typed.Column).Values);
        Assert.Equal(("does not fit the decimal mark of the column: missing", 1L), (read.Coerced[0].What, read.Coerced[0].Count));
    }

    [Fact]
    public void Where_nothing_decides_thousands_are_the_stated_default_and_an_option_fixes_it()
    {
        var open = Read("amount", Wish.Number, ["1,234", "7"]);
        Assert.Equal([1234, 7], Assert.IsType<NumberColumn>(open.Typed.Column).Values);
        Assert.Contains("whether 1,234 on line 2 is a number of thousands", Assert.Single(open.Typed.Guesses));
        var given = Read("amount", Wish.Number, ["1,234", "7"], Utc with { Mark = DecimalMark.Comma });
        Assert.Equal([1.234, 7], Assert.IsType<NumberColumn>(given.Typed.Column).Values);
    }
}
