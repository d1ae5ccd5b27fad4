using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace UserOps.Benchmarks.Data;

/// <summary>Writes simulated events as the CSV that an app would export, about 50 bytes a row.</summary>
internal static class EventCsv
{
    /// <summary>The file in a folder; made when it is not there yet.</summary>
    public static string Make(string folder, long count)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FormattableString.Invariant($"events-{count}.csv"));
        if (File.Exists(path))
            return path;
        string unfinished = path + ".new";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            Write(file, count);
        File.Move(unfinished, path);
        return path;
    }

    private static void Write(FileStream file, long count)
    {
        byte[][] names = Encode(SimulatedEvents.Names), channels = Encode(SimulatedEvents.Channels), platforms = Encode(SimulatedEvents.Platforms);
        var row = new Row();
        file.Write("user_id,event,at,channel,platform,content_id\n"u8);
        foreach (var e in SimulatedEvents.Make(count))
        {
            row.Text("u"u8).Number(100_000 + (int)(e.User * 7919L % 900_001)).Text(","u8).Text(names[e.Name]).Text(","u8)
                .Time(SimulatedEvents.Start.AddSeconds(e.Seconds)).Text(","u8).Text(channels[e.Channel]).Text(","u8).Text(platforms[e.Platform])
                .Text(",c"u8).Number(1000 + e.Content).Text("\n"u8);
            row.MoveTo(file);
        }
    }

    private static byte[][] Encode(string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];

    /// <summary>One row as it is put together.</summary>
    private sealed class Row
    {
        private readonly byte[] _bytes = new byte[128];
        private int _length;

        private Span<byte> Rest => _bytes.AsSpan(_length);

        public Row Text(ReadOnlySpan<byte> text)
        {
            text.CopyTo(Rest);
            _length += text.Length;
            return this;
        }

        public Row Number(int number)
        {
            Utf8Formatter.TryFormat(number, Rest, out int written);
            _length += written;
            return this;
        }

        public Row Time(DateTime time)
        {
            time.TryFormat(Rest, out int written, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            _length += written;
            return this;
        }

        public void MoveTo(Stream stream)
        {
            stream.Write(_bytes.AsSpan(0, _length));
            _length = 0;
        }
    }
}
