namespace UserOps.Display.Tests;

public class TableFrameTests
{
    [Fact]
    public void Columns_are_doubles_for_numbers_DateTime_for_days_and_text_for_the_rest()
    {
        var frame = Samples.Channels().ToDataFrame();
        Type[] types = [.. frame.Columns.Select(column => column.DataType)];
        Assert.Equal(
            [typeof(string), typeof(double), typeof(double), typeof(double), typeof(double), typeof(DateTime), typeof(DateTime), typeof(double), typeof(string)],
            types);
        Assert.Equal(3, frame.Rows.Count);
    }

    [Fact]
    public void Values_keep_their_precision_and_nulls_stay_null()
    {
        var frame = Samples.Channels().ToDataFrame();
        Assert.Equal(1234.0, frame["New users"][0]);
        Assert.Equal(0.12345, frame["D7 retention"][0]);
        Assert.Null(frame["D7 retention"][1]);
        Assert.Equal(1234567.891, frame["Revenue"][0]);
        Assert.Null(frame["Revenue"][2]);
        Assert.Equal(new DateTime(2024, 3, 1), frame["First day"][0]);
        Assert.Null(frame["Last order"][1]);
        Assert.Equal(76.8 * 3600, (double)frame["Time to order (s)"][0], 1e-6);
        Assert.Equal("yes", frame["Paid"][0]);
        Assert.Null(frame["Paid"][2]);
    }

    [Fact]
    public void Long_ids_are_text() =>
        Assert.Equal("9007199254740993", new Table("t", [new("id", Format.Text)], [[9007199254740993L]]).ToDataFrame()["id"][0]);

    [Fact]
    public void An_empty_table_keeps_its_columns() =>
        Assert.Equal(["a", "b"], new Table("t", [new("a", Format.Count), new("b", Format.Text)], []).ToDataFrame().Columns.Select(column => column.Name));
}
