using Parquet;
using Parquet.Schema;

namespace UserOps.Data.Cache;

/// <summary>The distinct words of a table's text columns as Parquet: a row group a column, in the order of the columns.</summary>
internal static class ParquetWords
{
    private static readonly DataField Index = new DataField<int>("column");
    private static readonly DataField Word = new DataField<string>("word", nullable: false);

    public static void Write(string path, IReadOnlyList<Column> columns)
    {
        using var file = new DirectStream(OwnerFile.Create(path));
        Blocking.Wait(() => WriteAsync(file, columns));
    }

    /// <summary>The words of each column; none for columns of other types.</summary>
    public static string[][] Read(string path, int columnCount)
    {
        using var file = new DirectStream(File.OpenRead(path));
        return Blocking.Wait(() => ReadAsync(file, columnCount));
    }

    private static async Task WriteAsync(Stream file, IReadOnlyList<Column> columns)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.None };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(Index, Word), file, options).ConfigureAwait(false);
        for (int i = 0; i < columns.Count; i++)
            if (columns[i] is TextColumn { Words.Length: > 0 } column)
            {
                using var group = writer.CreateRowGroup();
                int[] indexes = new int[column.Words.Length];
                Array.Fill(indexes, i);
                await group.WriteAsync<int>(Index, indexes).ConfigureAwait(false);
                await group.WriteAsync(Word, column.Words).ConfigureAwait(false);
                group.CompleteValidate();
            }
    }

    private static async Task<string[][]> ReadAsync(Stream file, int columnCount)
    {
        string[][] words = new string[columnCount][];
        Array.Fill(words, []);
        await using var reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        DataField[] fields = reader.Schema.GetDataFields();
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using var group = reader.OpenRowGroupReader(i);
            int[] indexes = new int[group.RowCount];
            string[] read = new string[group.RowCount];
            await group.ReadAsync<int>(fields[0], indexes).ConfigureAwait(false);
            await group.ReadAsync(fields[1], read).ConfigureAwait(false);
            words[indexes[0]] = read;
        }
        return words;
    }
}
