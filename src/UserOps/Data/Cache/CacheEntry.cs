using System.Text.Json;
using System.Text.Json.Serialization;
using UserOps.Data.Reading;

namespace UserOps.Data.Cache;

/// <summary>One table on disk: its rows and words as Parquet, its description as JSON, and the checksums of the three, written last and checked first.</summary>
internal static class CacheEntry
{
    /// <summary>Goes up with every change of what the files hold.</summary>
    private const int FormatVersion = 1;
    private const string Rows = "rows.parquet", Words = "words.parquet", Description = "table.json";

    public static void Write(string folder, string key, TableReading reading)
    {
        ParquetRows.Write(Path.Combine(folder, Rows), reading.Table.Columns);
        ParquetWords.Write(Path.Combine(folder, Words), reading.Table.Columns);
        var columns = reading.Table.Columns.Select(column => new CachedColumn(column.Name, TypeOf(column)));
        using (var file = OwnerFile.Create(Path.Combine(folder, Description)))
            JsonSerializer.Serialize(file, new(FormatVersion, key, reading.Table.Name, reading.Table.RowCount, [.. columns], reading.Quality), CacheJson.Default.CachedTable);
        Checksums.Write(folder, [Rows, Words, Description]);
    }

    /// <summary>The table that was written there, without the codes of the words that need not stay in memory.</summary>
    public static TableReading Leave(string folder, TableReading reading, Func<string, bool> staysInMemory) =>
        reading with { Table = new(reading.Table.Name, ParquetRows.Leave(Path.Combine(folder, Rows), reading.Table.Columns, staysInMemory)) };

    /// <exception cref="InvalidDataException">The entry is damaged, or of another version.</exception>
    public static TableReading Read(string folder, string key)
    {
        Checksums.Verify(folder, [Rows, Words, Description]);
        using var file = File.OpenRead(Path.Combine(folder, Description));
        var table = JsonSerializer.Deserialize(file, CacheJson.Default.CachedTable);
        if (table?.Version != FormatVersion || table.Key != key)
            throw new InvalidDataException("The entry is of another version or another table.");
        string[][] words = ParquetWords.Read(Path.Combine(folder, Words), table.Columns.Count);
        Column[] columns = ParquetRows.Read(Path.Combine(folder, Rows), table.RowCount, table.Columns, words);
        return new(new(table.Name, columns), table.Quality);
    }

    private static CachedType TypeOf(Column column) => column switch
    {
        TextColumn => CachedType.Text,
        NumberColumn => CachedType.Number,
        TimeColumn => CachedType.Time,
        FlagColumn => CachedType.Flag,
        _ => throw new InvalidOperationException($"Unknown column type {column.GetType().Name}."),
    };
}

/// <summary>The description of a table in the cache.</summary>
internal sealed record CachedTable(int Version, string Key, string Name, int RowCount, IReadOnlyList<CachedColumn> Columns, TableQuality Quality);

/// <summary>A column of a table in the cache.</summary>
internal sealed record CachedColumn(string Name, CachedType Type);

/// <summary>The types of column; the numbers stand in files.</summary>
internal enum CachedType
{
    Text = 0,
    Number = 1,
    Time = 2,
    Flag = 3,
}

/// <summary>Reads and writes descriptions by code that is made when the library is built, which starts faster than looking at types.</summary>
[JsonSerializable(typeof(CachedTable))]
internal sealed partial class CacheJson : JsonSerializerContext;
