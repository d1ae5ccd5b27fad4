using CsCheck;
using UserOps.Data;

namespace UserOps.Tests.Data.Quality;

public class EqualRowsTests
{
    [Fact]
    public void Equal_rows_are_found_as_a_plain_comparison_finds_them() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[-1, 1]).Array[0, 60].Sample(rows =>
        {
            var table = new TypedTable("t",
            [
                TextColumn.From("text", rows.Select(row => row.Item1 == 0 ? null : $"word {row.Item1}")),
                new NumberColumn("number", [.. rows.Select(row => row.Item2 == 0 ? double.NaN : row.Item2)]),
                new TimeColumn("time", [.. rows.Select(row => row.Item3 == 0 ? TimeColumn.Missing : row.Item3)]),
                new FlagColumn("flag", [.. rows.Select(row => (sbyte)row.Item4)]),
            ]);
            int[] expected = [.. Enumerable.Range(0, rows.Length).Where(row => Array.IndexOf(rows, rows[row]) < row)];
            Assert.Equal(expected, EqualRows.Of(table));
        });
}
