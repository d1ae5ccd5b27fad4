using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;
using MiniExcelLibs;

namespace UserOps.Tests.Data.Malformed;

/// <summary>Makes exports that are wrong in one to three ways; the same seed makes the same bytes.</summary>
internal sealed class MalformedExport
{
    private static readonly string[] Names = ["visit", "view", "cart", "支付", "分享", "", "N/A", "say \"hi\"", "a,b", "1", "yes"];
    private static readonly string[] Times = ["2024-01-05 13:02:11", "2024/1/5 13:02", "20240105", "2024年1月5日", "1704412800", "03/04/2024", "25/12/2024", "oops", "", "9999-99-99"];
    private static readonly string[] Amounts = ["12.50", "1,234.50", "¥3.00", "(12.00)", "-1", "", "NaN", "1e400", "twelve", "0x10"];

    private readonly Random _random;
    private readonly string _folder;

    private MalformedExport(int seed, string folder) => (_random, _folder) = (new Random(seed), folder);

    /// <summary>Writes the export of a seed into a folder and gives its path.</summary>
    public static string Write(int seed, string folder) => new MalformedExport(seed, folder).Write();

    private string Write() => _random.Next(12) switch
    {
        0 => WriteBinary("events.xlsx", MakeWorkbook),
        1 => WriteBinary("events.parquet", MakeParquet),
        2 => WriteBytes(Pick(["events.xlsx", "events.parquet", "events.duckdb", "events.csv.gz", "events.tsv", "events.txt"]), Text()),
        3 or 4 => WriteBytes("events.csv.gz", Damage(Pack(Text()))),
        _ => WriteBytes("events.csv", Text()),
    };

    private string WriteBytes(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string WriteBinary(string name, Action<string> make)
    {
        string path = Path.Combine(_folder, name);
        make(path);
        return WriteBytes(name, Damage(File.ReadAllBytes(path)));
    }

    private byte[] Text()
    {
        string text = Mutate(Table());
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, Encoding.Unicode, Encoding.BigEndianUnicode];
        var encoding = Pick(encodings);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        return _random.Next(3) == 0 ? Damage(bytes) : bytes;
    }

    private string Table()
    {
        char delimiter = Pick([',', ';', '\t', '|']);
        string end = Pick(["\n", "\r\n", "\r"]);
        string[] rows = [.. Enumerable.Range(0, _random.Next(1, 400)).Select(_ => string.Join(delimiter,
            Field($"u{_random.Next(40)}", delimiter), Field(Pick(Names), delimiter), Field(Pick(Times[.._random.Next(1, Times.Length + 1)]), delimiter), Field(Pick(Amounts), delimiter)))];
        return string.Join(delimiter, "user_id", "event", "at", "amount") + end + string.Join(end, rows) + end;
    }

    private string Field(string value, char delimiter) =>
        value.Contains(delimiter) || value.Contains('"') || _random.Next(40) == 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private string Mutate(string text)
    {
        for (int times = _random.Next(0, 4); times > 0; times--)
            text = MutateOnce(text);
        return text;
    }

    private string MutateOnce(string text)
    {
        string[] lines = text.Split('\n');
        int line = _random.Next(lines.Length), place = _random.Next(text.Length + 1);
        return _random.Next(12) switch
        {
            0 => text[..place],
            1 => text.Insert(place, "\""),
            2 => text.Insert(place, new string('x', _random.Next(2_000_000))),
            3 => text.Insert(place, Pick(["\r\n", "\n\n\n", "\r", "\0\0", "﻿", "\u001a", "\u2028", " "])),
            4 => Replace(lines, line, lines[line].Replace(',', ';')),
            5 => Replace(lines, line, lines[line] + ",,,more,fields"),
            6 => Replace(lines, line, lines[line].Split(',')[0]),
            7 => string.Join('\n', lines.Skip(1)),
            8 => lines[0] + "\n" + text,
            9 => Replace(lines, 0, Pick(["user_id,user_id,at,at", ",,,", "a", "用户ID,事件,时间,金额", "\"user_id\",\"event", new string(',', 3000)])),
            10 => string.Join('\n', lines.Select((row, i) => i % 3 == 1 ? row.Replace(',', '\t') : row)),
            _ => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", Pick(["\r", "\n\r", " ", "\n"]), StringComparison.Ordinal),
        };
    }

    private byte[] Damage(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        switch (_random.Next(4))
        {
            case 0:
                return bytes[.._random.Next(bytes.Length)];
            case 1:
                for (int times = _random.Next(1, 30); times > 0; times--)
                    bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 2:
                byte[] noise = new byte[_random.Next(1, 5000)];
                _random.NextBytes(noise);
                int place = _random.Next(bytes.Length);
                return [.. bytes[..place], .. noise, .. bytes[place..]];
            default:
                return [.. bytes, .. bytes[_random.Next(bytes.Length)..]];
        }
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private void MakeWorkbook(string path) => MiniExcel.SaveAs(path, Enumerable.Range(0, _random.Next(1, 50)).Select(i =>
        new Dictionary<string, object?> { ["user_id"] = i % 7, ["event"] = Pick(Names), ["at"] = Pick<object?>([new DateTime(2024, 1, 5), "2024-01-05", null, 45296.5]) }));

    private void MakeParquet(string path)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY (SELECT 'u' || range AS user_id, 'visit' AS event, TIMESTAMP '2024-01-05' + range * INTERVAL 1 HOUR AS \"at\" FROM range({_random.Next(1, 500)})) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private static string Replace(string[] lines, int line, string with)
    {
        string[] changed = [.. lines];
        changed[line] = with;
        return string.Join('\n', changed);
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
