using System.Globalization;
using System.Text;

namespace UserOps.Reports.Runs;

/// <summary>The log of a run: each line with the moment at which it was written, UTC.</summary>
internal sealed class RunLog : TextWriter
{
    private readonly Lock _turn = new();
    private readonly StreamWriter _file;
    private readonly string _path;
    private readonly TimeProvider _clock;

    public RunLog(string path, TimeProvider clock)
    {
        (_path, _clock) = (path, clock);
        _file = Try(() => new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read)) { AutoFlush = true, NewLine = "\n" });
    }

    public override Encoding Encoding => _file.Encoding;

    public override void Write(char value) => throw new NotSupportedException("A log takes whole lines.");

    public override void WriteLine(string? value)
    {
        lock (_turn)
            Try(() =>
            {
                _file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {value}"));
                return _file;
            });
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // The disk is full, and what could not be written has been told by the line that failed first.
        }
        base.Dispose(disposing);
    }

    private T Try<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.Refused(_path, problem);
        }
    }
}
