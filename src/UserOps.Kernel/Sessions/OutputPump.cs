using System.Text;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Sessions;

/// <summary>Takes the outputs of a cell from any thread and passes them on in order: text gathered for a moment, large text in pieces and paced, nothing lost.</summary>
/// <remarks>A client has to show what it gets: a million lines would choke it one by one, and hundreds of megabytes would fill its memory faster than it empties.</remarks>
internal sealed class OutputPump(Action<CellOutput> emit)
{
    private const int PieceLength = 256 * 1024;
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan PauseBetweenPieces = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private bool _isError;
    private bool _isFlushDue;

    public void Add(CellOutput output)
    {
        lock (_lock)
            if (output is CellOutput.Stream stream)
                AddText(stream);
            else
            {
                EmitText();
                emit(output);
            }
    }

    /// <summary>Passes on what is gathered.</summary>
    public void Flush()
    {
        lock (_lock)
            EmitText();
    }

    private void AddText(CellOutput.Stream stream)
    {
        if (stream.IsError != _isError)
            EmitText();
        _isError = stream.IsError;
        for (int start = 0, length; start < stream.Text.Length; start += length)
        {
            length = WholeCharacters(stream.Text, start, Math.Min(PieceLength, stream.Text.Length - start));
            _text.Append(stream.Text, start, length);
            if (_text.Length >= PieceLength)
                EmitPiece();
        }
        if (_text.Length > 0 && !_isFlushDue)
            _ = FlushLaterAsync();
    }

    /// <summary>The length without half of a character at its end.</summary>
    private static int WholeCharacters(string text, int start, int length) =>
        start + length < text.Length && length > 1 && char.IsHighSurrogate(text[start + length - 1]) ? length - 1 : length;

    /// <summary>Passes a large piece on and slows down who printed it.</summary>
    private void EmitPiece()
    {
        EmitText();
        Thread.Sleep(PauseBetweenPieces);
    }

    private void EmitText()
    {
        if (_text.Length == 0)
            return;
        string text = _text.ToString();
        _text.Clear();
        emit(new CellOutput.Stream(_isError, text));
    }

    private async Task FlushLaterAsync()
    {
        _isFlushDue = true;
        await Task.Delay(GatherFor).ConfigureAwait(false);
        lock (_lock)
        {
            _isFlushDue = false;
            EmitText();
        }
    }
}
