using System.Collections.Immutable;
using System.Text;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>Gathers what the cells of a run show: text of one stream is joined, and an update replaces the display with its id.</summary>
/// <param name="cellCount">How many cells there are.</param>
/// <param name="redaction">Takes out what nobody may see: at the end, since a secret may be printed in pieces.</param>
internal sealed class OutputLog(int cellCount, Redaction redaction)
{
    /// <summary>Characters of one stream that a cell may print; an endless loop must not fill the memory.</summary>
    private const int StreamLimit = 4_000_000;

    private readonly Lock _lock = new();
    private readonly List<Entry>[] _cells = [.. Enumerable.Range(0, cellCount).Select(_ => new List<Entry>())];
    private readonly Dictionary<string, Entry> _displays = new(StringComparer.Ordinal);
    private readonly HashSet<int> _toClear = [];

    public void Add(int cell, CellOutput output)
    {
        lock (_lock)
        {
            bool clears = _toClear.Remove(cell) || output is CellOutput.Clear { Wait: false };
            if (clears)
                Clear(_cells[cell]);
            if (output is CellOutput.Clear clear)
                _ = clear.Wait && _toClear.Add(cell);
            else if (output is CellOutput.Stream stream)
                AddText(_cells[cell], stream);
            else if (output is CellOutput.Display { DisplayId: { } id } display)
                AddDisplay(_cells[cell], id, display);
            else
                _cells[cell].Add(new(output));
        }
    }

    /// <summary>The outputs of a cell so far.</summary>
    public ImmutableArray<CellOutput> Of(int cell)
    {
        lock (_lock)
            return [.. _cells[cell].Select(entry => redaction.Apply(entry.Output))];
    }

    /// <summary>Empties a cell; displays that go are shown anew by their next update.</summary>
    private void Clear(List<Entry> outputs)
    {
        foreach (var (id, _) in _displays.Where(display => outputs.Contains(display.Value)).ToList())
            _displays.Remove(id);
        outputs.Clear();
    }

    private static void AddText(List<Entry> outputs, CellOutput.Stream stream)
    {
        if (outputs.LastOrDefault() is not { Text: not null } last || last.IsError != stream.IsError)
            outputs.Add(last = new(stream));
        last.Append(stream.Text);
    }

    private void AddDisplay(List<Entry> outputs, string id, CellOutput.Display display)
    {
        if (_displays.TryGetValue(id, out var shown))
            shown.Replace(display);
        else
            outputs.Add(_displays[id] = new(display));
    }

    private sealed class Entry
    {
        private CellOutput _output;
        private bool _isFull;

        public Entry(CellOutput output)
        {
            _output = output;
            if (output is CellOutput.Stream stream)
                (Text, IsError) = (new(), stream.IsError);
        }

        public StringBuilder? Text { get; }

        public bool IsError { get; }

        public CellOutput Output => Text is null ? _output : new CellOutput.Stream(IsError, Text.ToString());

        public void Replace(CellOutput output) => _output = output;

        public void Append(string text)
        {
            if (_isFull)
                return;
            int room = StreamLimit - Text!.Length;
            _isFull = text.Length > room;
            Text.Append(text, 0, Math.Min(room, text.Length)).Append(_isFull ? "\n… the rest of this output is left out.\n" : "");
        }
    }
}
