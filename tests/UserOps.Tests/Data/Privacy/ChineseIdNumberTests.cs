using CsCheck;
using UserOps.Data.Privacy;

namespace UserOps.Tests.Data.Privacy;

public class ChineseIdNumberTests
{
    // The two examples of GB 11643-1999.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("440524188001010014")]
    public void The_examples_of_the_standard_are_valid(string number) => Assert.True(ChineseIdNumber.IsValid(number));

    [Theory]
    [InlineData("110105194912310021", "another check digit")]
    [InlineData("11010519491331002X", "a thirteenth month")]
    [InlineData("1101051949123100", "sixteen digits")]
    [InlineData("01010519491231002X", "no region begins with 0")]
    [InlineData("1101O519491231002X", "a letter among the digits")]
    public void Other_numbers_are_not(string number, string because) => Assert.False(ChineseIdNumber.IsValid(number), because);

    /// <summary>MOD 11-2 finds every wrong digit and every swap of neighbours (ISO 7064).</summary>
    [Fact]
    public void A_wrong_digit_is_always_found() =>
        Gen.Select(Gen.Int[0, 16], Gen.Int[1, 9]).Sample((place, step) =>
        {
            char[] number = "11010519491231002X".ToCharArray();
            number[place] = (char)('0' + (number[place] - '0' + step) % 10);
            return !ChineseIdNumber.IsValid(number);
        });
}
