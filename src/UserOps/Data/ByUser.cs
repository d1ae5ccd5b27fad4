namespace UserOps.Data;

/// <summary>Arranges a column by user number; users without a row get a missing value.</summary>
internal static class ByUser
{
    public static Column Arrange(Column column, int[] rowOfUser) => column switch
    {
        TextColumn text => text with { Codes = Gather(text.Codes, rowOfUser, -1) },
        NumberColumn number => number with { Values = Gather(number.Values, rowOfUser, double.NaN) },
        TimeColumn time => time with { Ticks = Gather(time.Ticks, rowOfUser, TimeColumn.Missing) },
        FlagColumn flag => flag with { Flags = Gather(flag.Flags, rowOfUser, (sbyte)-1) },
        _ => throw new InvalidOperationException($"Unknown column type {column.GetType().Name}."),
    };

    private static T[] Gather<T>(T[] values, int[] rowOfUser, T missing) =>
        [.. rowOfUser.Select(row => row < 0 ? missing : values[row])];
}
