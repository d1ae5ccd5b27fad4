using System.Globalization;
using CsCheck;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class NumberTextTests
{
    [Theory]
    [InlineData("12", 12, null)]
    [InlineData("-12.50", -12.5, null)]
    [InlineData("+3", 3, null)]
    [InlineData(".5", 0.5, null)]
    [InlineData("1,234.50", 1234.5, null)]
    [InlineData("12,345,678", 12345678, null)]
    [InlineData("1，234", 1234, null)]
    [InlineData("¥1,234.50", 1234.5, "CNY")]
    [InlineData("￥ 88", 88, "CNY")]
    [InlineData("88元", 88, "CNY")]
    [InlineData("-¥5.00", -5, "CNY")]
    [InlineData("¥-5.00", -5, "CNY")]
    [InlineData("$1,000", 1000, "USD")]
    [InlineData("12.00 EUR", 12, "EUR")]
    [InlineData("CNY 12.00", 12, "CNY")]
    [InlineData("HK$7", 7, "HKD")]
    [InlineData("(12.00)", -12, null)]
    [InlineData("($12.00)", -12, "USD")]
    [InlineData("12.5%", 0.125, null)]
    [InlineData("3.2万", 32000, null)]
    [InlineData("1.5e3", 1500, null)]
    [InlineData("1.7E+09", 1.7e9, null)]
    [InlineData("1,7", 1.7, null)]
    [InlineData("1.234,50 €", 1234.5, "EUR")]
    [InlineData("(0,125)", -0.125, null)]
    [InlineData("1.234.567", 1234567, null)]
    public void Every_form_of_number_and_amount_is_read(string text, double value, string? currency)
    {
        Assert.True(NumberText.TryParse(text, out var number));
        Assert.Equal(value, number.Value, 12);
        Assert.Equal(currency, number.Currency);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,23,456")]
    [InlineData("1.2.3")]
    [InlineData("1,234.5,6")]
    [InlineData("12a")]
    [InlineData("abc")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("(-12)")]
    [InlineData("$")]
    public void What_is_no_number_is_not_read(string text) => Assert.False(NumberText.TryParse(text, out _));

    [Fact]
    public void Decimals_are_read_as_exactly_as_the_platform_reads_them() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 6]).Sample((digits, decimals) =>
        {
            string text = (digits / (decimal)Math.Pow(10, decimals)).ToString("F" + decimals, CultureInfo.InvariantCulture);
            Assert.True(NumberText.TryParse(text, out var number));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), number.Value);
        });

    [Theory]
    [InlineData("0012", true)]
    [InlineData("00.11", true)]
    [InlineData("1234567890123456", true)]
    [InlineData("0", false)]
    [InlineData("0.5", false)]
    [InlineData("-1", false)]
    [InlineData("123456789012345", false)]
    public void Leading_zeros_and_more_digits_than_a_double_holds_are_codes(string text, bool isCode) => Assert.Equal(isCode, NumberText.IsCode(text));
}
