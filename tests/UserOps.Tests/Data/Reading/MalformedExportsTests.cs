using System.Globalization;
using System.Text;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Data.Reading;

/// <summary>Exports broken at random either open with every line accounted for, or are refused with one message.</summary>
public sealed class MalformedExportsTests : IDisposable
{
    private const int Rows = 300;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(20240105);
    private int _opened;
    private int _refused;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_hundred_broken_exports_open_in_full_account_or_are_refused_plainly()
    {
        for (int i = 0; i < 200; i++)
            Check(Break(Encoding.UTF8.GetBytes(Export())));
        Assert.InRange(_opened, 20, 190);
        Assert.Equal(200, _opened + _refused);
    }

    private void Check(byte[] bytes)
    {
        string path = _folder["events.csv"];
        File.WriteAllBytes(path, bytes);
        try
        {
            var data = Dataset.Open(path, new OpenOptions { UseCache = false, RaggedLimit = 0.05 });
            CheckAccount(data.Quality.Tables[0], File.ReadAllText(path, Encoding.Latin1));
            _opened++;
        }
        catch (UserOpsException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            _refused++;
        }
    }

    /// <summary>Every row is kept or dropped for a reason; rows, lines inside values and blank lines make up the lines of the file.</summary>
    private static void CheckAccount(TableQuality quality, string text)
    {
        Assert.Equal(quality.RowsRead, quality.RowsKept + quality.Dropped.Sum(finding => finding.Count));
        int lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None).Count(line => line.Length > 0);
        if (!quality.Guesses.Any(guess => guess.Contains("run over several lines", StringComparison.Ordinal)) && !text.Contains('\0'))
            Assert.InRange(quality.RowsRead, lines - 2, lines);
    }

    private string Export()
    {
        var text = new StringBuilder("user_id,event,at,note\n");
        for (int i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"u{_random.Next(50)},visit,2024-01-{_random.Next(1, 29):00} 10:00:{i % 60:00},{(i % 9 == 0 ? "\"a, \"\"b\"\"\"" : "用户")}\n");
        return text.ToString();
    }

    private byte[] Break(byte[] bytes)
    {
        int times = _random.Next(1, 4);
        for (int i = 0; i < times; i++)
            bytes = BreakOnce(bytes);
        return bytes;
    }

    private byte[] BreakOnce(byte[] bytes)
    {
        int at = _random.Next(bytes.Length), length = _random.Next(1, 40);
        byte[] end = bytes[Math.Min(bytes.Length, at + length)..];
        return _random.Next(9) switch
        {
            0 => bytes[..Math.Max(1, at)],
            1 => [.. bytes[..at], .. end],
            2 => [.. bytes[..at], .. RandomBytes(length), .. bytes[at..]],
            3 => [.. bytes[..at], (byte)'"', .. bytes[at..]],
            4 => [.. bytes[..at], (byte)',', .. bytes[at..]],
            5 => [.. bytes[..at], .. "\r\r\n\n"u8, .. bytes[at..]],
            6 => [.. bytes[..at], .. bytes[..at]],
            7 => [.. bytes[..at], 0, .. bytes[at..]],
            _ => [.. bytes.Select((b, i) => i > at && b == (byte)',' ? (byte)';' : b)],
        };
    }

    private byte[] RandomBytes(int length)
    {
        byte[] noise = new byte[length];
        _random.NextBytes(noise);
        return noise;
    }
}
