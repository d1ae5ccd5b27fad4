using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace UserOps.Serving.Running;

/// <summary>How a run ended.</summary>
internal enum RunEnd
{
    Done,
    Failed,
    Refused,
    Cancelled,
}

/// <summary>One run: what it was asked, what it has said so far, how it ended.</summary>
internal sealed partial class ServedRun(string id, string title, RunOrder order)
{
    private const int MostLines = 2000;

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public string Title { get; } = title;

    public RunOrder Order { get; } = order;

    /// <summary>The address of the report's page.</summary>
    public string Page => $"/reports/{Uri.EscapeDataString(Order.Notebook)}.html";

    public RunEnd? End { get; private set; }

    /// <summary>The name under which the folder of reports keeps it; null until it has come to its end.</summary>
    public string? Kept { get; private set; }

    /// <summary>The part of the cells that are done, between 0 and 1; null before the first.</summary>
    public double? Share { get; private set; }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public void Say(string line)
    {
        lock (_lock)
        {
            if (_lines.Count >= MostLines)
                return;
            _lines.Add(line);
            if (CellOfCells().Match(line) is { Success: true } match && Number(match, 2) is > 0 and var cells)
                Share = Math.Min(1, Number(match, 1) / cells);
        }
        Wake();
    }

    public void Finish(RunEnd end, string? kept = null)
    {
        lock (_lock)
            (End, Kept) = (end, kept);
        Wake();
    }

    /// <summary>The lines from a position on, those that are still to come too, until the run ends.</summary>
    public async IAsyncEnumerable<(string Line, double? Share)> FollowAsync(int from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            string[] news;
            bool isOver;
            lock (_lock)
                (changed, news, isOver) = (_changed.Task, [.. _lines.Skip(from)], End is not null);
            foreach (string line in news)
                yield return (line, Share);
            from += news.Length;
            if (isOver)
                yield break;
            await changed.WaitAsync(cancellation);
        }
    }

    private void Wake()
    {
        TaskCompletionSource before;
        lock (_lock)
            (before, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        before.TrySetResult();
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // As the program says it in English and in Chinese.
    [GeneratedRegex(@"(?:\bcell |第 )(\d+)(?: of |/)(\d+)(?:: | 个单元格：)")]
    private static partial Regex CellOfCells();
}
