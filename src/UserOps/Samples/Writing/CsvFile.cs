using System.Globalization;

namespace UserOps.Samples;

/// <summary>Writes one table field by field, in the dress of its export. Text must hold no delimiter, quote or line break.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly Dress _dress;
    private readonly DateOnly _start;
    private readonly string[][] _dates;
    private bool _inRow;

    public CsvFile(Stream stream, Layout layout, Dress dress, ShopOptions options)
    {
        _writer = new(stream, dress.Encoding, 1 << 16) { NewLine = "\n" };
        _dress = dress;
        _start = options.Start;
        Window = options.Window;
        _dates = [.. dress.DateForms.Select(form => Enumerable.Range(0, options.Days).Select(day => DateText(day, form)).ToArray())];
        _writer.WriteLine(string.Join(',', dress.HeaderOf(layout)));
    }

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    public Dress Dress => _dress;

    /// <summary>What the export holds.</summary>
    public ExportWindow Window { get; }

    public void Text(string text)
    {
        Separate();
        _writer.Write(text);
    }

    public void Blank() => Separate();

    public void Number(long number, int digits = 1)
    {
        Separate();
        Span<char> buffer = stackalloc char[20];
        int at = buffer.Length;
        for (long left = number; at > buffer.Length - digits || left > 0; left /= 10)
            buffer[--at] = (char)('0' + left % 10);
        _writer.Write(buffer[at..]);
    }

    /// <summary>A letter and a number of seven digits or more.</summary>
    public void Id(char letter, long number)
    {
        Separate();
        _writer.Write(letter);
        _inRow = false;
        Number(number, 7);
    }

    public void User(int user) => Id('U', user + 1);

    public void UserOrBlank(int user)
    {
        if (user >= 0)
            User(user);
        else
            Blank();
    }

    public void Money(long cents) => Text(_dress.Money(cents, Rows));

    /// <summary>A moment in seconds from the start, in local time.</summary>
    public void Time(int time)
    {
        Text(_dates[Form][time / DaySpan.Seconds]);
        Clock(time % DaySpan.Seconds);
    }

    public void TimeOrBlank(int time)
    {
        if (time >= 0)
            Time(time);
        else
            Blank();
    }

    /// <summary>The last moment to which 32 bits can count seconds, as a broken clock reports it in the export's time zone.</summary>
    public void BrokenClock()
    {
        Text(new DateOnly(2106, 2, 7).ToString(_dress.DateForms[Form], CultureInfo.InvariantCulture));
        Clock(14 * 3_600 + 28 * 60 + 15);
    }

    public void Date(int day) => Text(_dates[Form][day]);

    public void DateOrBlank(int day)
    {
        if (day >= 0)
            Date(day);
        else
            Blank();
    }

    public void EndRow()
    {
        _writer.Write('\n');
        _inRow = false;
        Rows++;
    }

    public void Dispose() => _writer.Dispose();

    private int Form => (int)(Rows % _dates.Length);

    private void Separate()
    {
        if (_inRow)
            _writer.Write(',');
        _inRow = true;
    }

    private void Clock(int second)
    {
        ReadOnlySpan<char> clock =
        [
            ' ', Digit(second / 36_000), Digit(second / 3_600), ':', Digit(second / 600 % 6), Digit(second / 60), ':', Digit(second / 10 % 6), Digit(second),
        ];
        _writer.Write(clock);
    }

    private static char Digit(int number) => (char)('0' + number % 10);

    private string DateText(int day, string form) => _start.AddDays(day).ToString(form, CultureInfo.InvariantCulture);
}
