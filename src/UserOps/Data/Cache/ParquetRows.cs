using Parquet;
using Parquet.Schema;

namespace UserOps.Data.Cache;

/// <summary>The rows of a table as Parquet: words as codes, moments as ticks. Delta-packed integers need neither compression nor time.</summary>
internal static class ParquetRows
{
    /// <summary>Small enough that the Parquet writer's buffers are used again and stay near the processor.</summary>
    private const int GroupSize = 1 << 17;

    public static void Write(string path, IReadOnlyList<Column> columns)
    {
        DataField[] fields = [.. columns.Select(FieldOf)];
        int rows = columns.Count == 0 ? 0 : columns[0].Length;
        using var file = new DirectStream(OwnerFile.Create(path));
        Blocking.Wait(() => WriteAsync(file, fields, columns, rows));
    }

    /// <summary>The columns; codes of words are read when they are first asked for, from the file as it is now, even if the cache is cleared meanwhile.</summary>
    public static Column[] Read(string path, int rowCount, IReadOnlyList<CachedColumn> columns, string[][] words)
    {
        var file = Open(path);
        return [.. columns.Select((column, i) => Read(file, rowCount, column, i, words[i]))];
    }

    /// <summary>Columns that were written, the codes of words replaced by a way to read them unless they stay in memory.</summary>
    public static Column[] Leave(string path, IReadOnlyList<Column> columns, Func<string, bool> staysInMemory)
    {
        var file = Open(path);
        return [.. columns.Select((column, i) => column is TextColumn text && !staysInMemory(text.Name)
            ? Read(file, text.Length, new(text.Name, CachedType.Text), i, text.Words) : column)];
    }

    private static DirectStream Open(string path) => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    private static Column Read(Stream file, int rows, CachedColumn column, int index, string[] words) => column.Type switch
    {
        CachedType.Text => TextColumn.OnDemand(column.Name, rows, () => Values<int>(file, rows, index), words),
        CachedType.Time => new TimeColumn(column.Name, Values<long>(file, rows, index)),
        CachedType.Number => new NumberColumn(column.Name, Values<double>(file, rows, index)),
        CachedType.Flag => new FlagColumn(column.Name, Values<sbyte>(file, rows, index)),
        _ => throw new InvalidDataException($"Unknown column type {column.Type}."),
    };

    private static T[] Values<T>(Stream file, int rows, int index) where T : unmanaged
    {
        lock (file)
            return Blocking.Wait(() => ValuesAsync<T>(file, rows, index));
    }

    private static async Task<T[]> ValuesAsync<T>(Stream file, int rows, int index) where T : unmanaged
    {
        var values = LargeArray.Uninitialized<T>(rows);
        await using var reader = await ParquetReader.CreateAsync(file, leaveStreamOpen: true).ConfigureAwait(false);
        var field = reader.Schema.GetDataFields()[index];
        int rest = rows;
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            await group.ReadAsync(field, values.AsMemory(rows - rest, (int)group.RowCount)).ConfigureAwait(false);
            rest -= (int)group.RowCount;
        }
        return rest == 0 ? values : throw new InvalidDataException("The file has other rows than its description says.");
    }

    private static DataField FieldOf(Column column, int index) => column switch
    {
        TextColumn => new DataField<int>(NameOf(index)),
        TimeColumn => new DataField<long>(NameOf(index)),
        NumberColumn => new DataField<double>(NameOf(index)),
        _ => new DataField<sbyte>(NameOf(index)),
    };

    /// <summary>Columns are numbered in the file: any name is possible in an export.</summary>
    private static string NameOf(int index) => FormattableString.Invariant($"c{index}");

    private static ParquetOptions Options(IReadOnlyList<Column> columns)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.None };
        for (int i = 0; i < columns.Count; i++)
            if (columns[i] is TextColumn or TimeColumn)
                options.ColumnEncodingHints[NameOf(i)] = EncodingHint.DeltaBinaryPacked;
        return options;
    }

    private static async Task WriteAsync(Stream file, DataField[] fields, IReadOnlyList<Column> columns, int rows)
    {
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file, Options(columns)).ConfigureAwait(false);
        for (int start = 0; start < rows; start += GroupSize)
        {
            using var group = writer.CreateRowGroup();
            var part = start..Math.Min(rows, start + GroupSize);
            for (int i = 0; i < fields.Length; i++)
                await WriteColumnAsync(group, fields[i], columns[i], part).ConfigureAwait(false);
            group.CompleteValidate();
        }
    }

    private static Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, Column column, Range part) => column switch
    {
        TextColumn text => group.WriteAsync<int>(field, text.Codes.AsMemory(part)),
        TimeColumn time => group.WriteAsync<long>(field, time.Ticks.AsMemory(part)),
        NumberColumn number => group.WriteAsync<double>(field, number.Values.AsMemory(part)),
        FlagColumn flag => group.WriteAsync<sbyte>(field, flag.Flags.AsMemory(part)),
        _ => throw new InvalidOperationException($"Unknown column type {column.GetType().Name}."),
    };
}
