namespace UserOps.Data;

/// <summary>Finds rows that equal an earlier one in every column.</summary>
internal static class EqualRows
{
    /// <summary>The rows that repeat an earlier row, in file order.</summary>
    public static IReadOnlyList<int> Of(TypedTable table)
    {
        ulong[] hashes = Hashes(table);
        (int[] rows, int[] starts) = ByFirstByte(hashes);
        var firstOfHash = new Dictionary<ulong, int>();
        List<int> repeated = [];
        for (int part = 0; part + 1 < starts.Length; part++)
        {
            firstOfHash.Clear();
            foreach (int row in rows.AsSpan(starts[part], starts[part + 1] - starts[part]))
                if (!firstOfHash.TryAdd(hashes[row], row) && table.Columns.All(column => AreEqual(column, row, firstOfHash[hashes[row]])))
                    repeated.Add(row);
        }
        repeated.Sort();
        return repeated;
    }

    /// <summary>The rows in 256 parts by the first byte of their hash: each part's look-ups stay near the processor.</summary>
    private static (int[] Rows, int[] Starts) ByFirstByte(ulong[] hashes)
    {
        int[] starts = new int[257];
        foreach (ulong hash in hashes)
            starts[(hash >> 56) + 1]++;
        for (int part = 0; part < 256; part++)
            starts[part + 1] += starts[part];
        int[] next = starts[..256], rows = new int[hashes.Length];
        for (int row = 0; row < hashes.Length; row++)
            rows[next[hashes[row] >> 56]++] = row;
        return (rows, starts);
    }

    private static ulong[] Hashes(TypedTable table)
    {
        ulong[] hashes = new ulong[table.RowCount];
        foreach (var column in table.Columns)
            for (int row = 0; row < hashes.Length; row++)
                hashes[row] = Mix(hashes[row] ^ Bits(column, row));
        return hashes;
    }

    private static ulong Bits(Column column, int row) => column switch
    {
        TextColumn text => (uint)text.Codes[row],
        NumberColumn number => BitConverter.DoubleToUInt64Bits(number.Values[row]),
        TimeColumn time => (ulong)time.Ticks[row],
        FlagColumn flag => (byte)flag.Flags[row],
        _ => 0,
    };

    private static bool AreEqual(Column column, int a, int b) => Bits(column, a) == Bits(column, b);

    /// <summary>The finaliser of SplitMix64: every bit of the input changes half of the output.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
