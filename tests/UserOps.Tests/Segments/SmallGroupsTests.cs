using CsCheck;
using UserOps.Segments;

namespace UserOps.Tests.Segments;

public class SmallGroupsTests
{
    [Fact]
    public void A_small_group_is_hidden_with_the_next_smallest_that_would_give_it_away() =>
        Assert.Equal([false, true, false, true], SmallGroups.Hidden([40, 3, 0, 12]));

    [Fact]
    public void Two_small_groups_hide_each_other() => Assert.Equal([true, true, false], SmallGroups.Hidden([2, 4, 30]));

    [Fact]
    public void Groups_of_five_and_empty_ones_are_shown() => Assert.Equal([false, false, false], SmallGroups.Hidden([5, 0, 30]));

    [Fact]
    public void No_cell_of_a_matrix_can_be_told_from_the_totals_of_its_row_or_column() =>
        Gen.Int[0, 20].Array[3].Array[2, 5].Sample(counts =>
        {
            bool[][] hidden = SmallGroups.Hidden(counts);
            for (int row = 0; row < counts.Length; row++)
                AssertSafe(counts[row], hidden[row]);
            for (int column = 0; column < 3; column++)
                AssertSafe([.. counts.Select(row => row[column])], [.. hidden.Select(row => row[column])]);
        }, iter: 500);

    // A lone hidden cell is safe only where its total is not shown or nothing else stands in its line to be hidden.
    private static void AssertSafe(int[] counts, bool[] hidden)
    {
        Assert.All(counts.Zip(hidden), pair => Assert.True(pair.First is 0 or >= 5 || pair.Second));
        if (hidden.Count(x => x) == 1 && !SmallGroups.IsSmall(counts.Sum()))
            Assert.DoesNotContain(counts.Zip(hidden), pair => !pair.Second && pair.First > 0);
    }
}
