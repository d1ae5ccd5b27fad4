using CsCheck;
using UserOps.Segments.Trees;

namespace UserOps.Tests.Segments.Trees;

public class RoundNumberTests
{
    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(13.87, 14.22, 14)]
    [InlineData(0.249, 0.312, 0.3)]
    [InlineData(98, 131, 100)]
    [InlineData(-3.4, -1.2, -2)]
    [InlineData(-0.5, 0.5, 0)]
    [InlineData(2.45, 2.46, 2.46)]
    public void The_number_with_the_fewest_digits_is_taken(double low, double high, double expected) => Assert.Equal(expected, RoundNumber.Between(low, high));

    [Fact]
    public void It_lies_above_the_low_and_up_to_the_high_bound() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6]).Where((a, b) => a != b).Sample((a, b) =>
        {
            (double low, double high) = (Math.Min(a, b), Math.Max(a, b));
            double round = RoundNumber.Between(low, high);
            Assert.True(round > low && round <= high);
        });
}
