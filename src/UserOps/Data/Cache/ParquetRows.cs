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
        using var file = OwnerFile.Create(path);
        WriteAsync(file, fields, columns, rows).GetAwaiter().GetResult();
    }

    public static Column[] Read(string path, int rowCount, IReadOnlyList<CachedColumn> columns, string[][] words)
    {
        using var file = File.OpenRead(path);
        return ReadAsync(file, rowCount, columns, words).GetAwaiter().GetResult();
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

    private static async Task<Column[]> ReadAsync(Stream file, int rowCount, IReadOnlyList<CachedColumn> definitions, string[][] words)
    {
        Column[] columns = [.. definitions.Select((definition, i) => Empty(definition, rowCount, words[i]))];
        await using var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        DataField[] fields = reader.Schema.GetDataFields();
        for (int index = 0, start = 0; index < reader.RowGroupCount; index++)
        {
            using var group = reader.OpenRowGroupReader(index);
            var part = start..(start += (int)group.RowCount);
            for (int i = 0; i < fields.Length; i++)
                await ReadColumnAsync(group, fields[i], columns[i], part).ConfigureAwait(false);
        }
        return columns;
    }

    private static Column Empty(CachedColumn column, int rows, string[] words) => column.Type switch
    {
        CachedType.Text => new TextColumn(column.Name, new int[rows], words),
        CachedType.Time => new TimeColumn(column.Name, new long[rows]),
        CachedType.Number => new NumberColumn(column.Name, new double[rows]),
        CachedType.Flag => new FlagColumn(column.Name, new sbyte[rows]),
        _ => throw new InvalidDataException($"Unknown column type {column.Type}."),
    };

    private static async Task ReadColumnAsync(ParquetRowGroupReader group, DataField field, Column column, Range part)
    {
        var read = column switch
        {
            TextColumn text => group.ReadAsync<int>(field, text.Codes.AsMemory(part)),
            TimeColumn time => group.ReadAsync<long>(field, time.Ticks.AsMemory(part)),
            NumberColumn number => group.ReadAsync<double>(field, number.Values.AsMemory(part)),
            FlagColumn flag => group.ReadAsync<sbyte>(field, flag.Flags.AsMemory(part)),
            _ => throw new InvalidOperationException($"Unknown column type {column.GetType().Name}."),
        };
        await read.ConfigureAwait(false);
    }
}
