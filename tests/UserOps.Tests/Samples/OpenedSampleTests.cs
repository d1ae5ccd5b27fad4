using System.Globalization;
using UserOps.Data;

namespace UserOps.Tests.Samples;

public class OpenedSampleTests
{
    private static readonly Dataset Plain = Open("shop"), Chinese = Open("shop-zh");

    [Fact]
    public void Both_samples_open_as_the_same_eight_tables()
    {
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var (plain, chinese) = (Plain.Table(kind), Chinese.Table(kind));
            Assert.Equal(plain.Columns.Select(column => (column.Name, column.GetType())), chinese.Columns.Select(column => (column.Name, column.GetType())));
            foreach (var column in plain.Columns.Where(column => column.Name is not ("gender" or "region" or "full_name")))
                Assert.Equal(Values(column), Values(chinese.Columns.Single(other => other.Name == column.Name)));
        }
    }

    [Fact]
    public void What_the_reader_drops_is_the_dirt_that_was_planted()
    {
        var truth = SampleFolder.Of("shop").Truth.GetProperty("without_dirt");
        var dirt = SampleFolder.Of("shop").Truth.GetProperty("dirt").GetProperty("events");
        Assert.Equal(truth.GetProperty("users").GetInt32(), Plain.Users.Count);
        Assert.Equal(truth.GetProperty("orders").GetInt32(), Plain.Orders.All().Count());
        // Repeated events are kept, since events have no key.
        Assert.Equal(truth.GetProperty("events").GetInt64() + dirt.GetProperty("duplicate_rows").GetInt64(), Plain.Events.Count);
    }

    [Fact]
    public void The_days_are_whole_and_local() =>
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 7, 1)), (Plain.Period.Start, Plain.Period.End));

    [Fact]
    public void Names_phones_and_addresses_come_masked()
    {
        var users = Plain.Table(TableKind.Users);
        foreach (string name in (string[])["full_name", "phone", "email"])
            Assert.Contains("*", users.Get<TextColumn>(name)[0], StringComparison.Ordinal);
    }

    private static Dataset Open(string name) => Dataset.Open(SampleFolder.Of(name).FilePath(""), new OpenOptions { UseCache = false });

    private static IEnumerable<string?> Values(Column column) => Enumerable.Range(0, column.Length).Select(row => column switch
    {
        TextColumn text => text[row],
        NumberColumn number => number.Values[row].ToString(CultureInfo.InvariantCulture),
        TimeColumn time => time.Ticks[row].ToString(CultureInfo.InvariantCulture),
        FlagColumn flag => flag.Flags[row].ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {column.GetType().Name} cannot be compared."),
    });
}
