using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Data.Reading;

/// <summary>Cuts a delimited text into records and fields: quotes, doubled quotes, line breaks inside quotes, any line ends.</summary>
/// <remarks>RFC 4180, read leniently: a quote opens only at the beginning of a field, and what stands behind its end belongs to the value.</remarks>
internal sealed class RecordCutter(TextReader text, char delimiter) : IDisposable
{
    /// <summary>The longest record, in characters.</summary>
    public const int LongestRecord = 1 << 20;

    private const int FirstSize = 1 << 16;

    private static readonly Vector256<ushort> Feeds = Vector256.Create((ushort)'\n'), Returns = Vector256.Create((ushort)'\r');

    private readonly Vector256<ushort> _delimiters = Vector256.Create((ushort)delimiter);
    private char[] _text = new char[FirstSize];
    private TextField[] _fields = new TextField[16];
    private int _count;
    private int _start;
    private int _next;
    private int _end;
    private bool _atEnd;

    /// <summary>The record with its line end; where it has quotes, as it stands only until they are removed.</summary>
    public ReadOnlySpan<char> Record => _text.AsSpan(_start.._next);

    /// <summary>Where the record lies.</summary>
    public int Start => _start;

    /// <summary>Where its fields lie, counted as <see cref="Start"/> is.</summary>
    public ReadOnlySpan<TextField> Fields => _fields.AsSpan(0, _count);

    /// <summary>Whether any field begins with a quote.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>A field, empty where the record has none; with its quotes until they are removed.</summary>
    public ReadOnlySpan<char> this[int field] => field < _count ? _text.AsSpan(_fields[field].Start.._fields[field].End) : [];

    /// <summary>Goes to the next record; false at the end of the text.</summary>
    /// <exception cref="RecordTooLongException">It is longer than <see cref="LongestRecord"/>.</exception>
    public bool Read()
    {
        _start = _next;
        while (!TryCut())
            Fill();
        return _next > _start;
    }

    /// <summary>Takes the quotes off the fields that have them; a lone quote at the end of the text is a value.</summary>
    public void RemoveQuotes()
    {
        foreach (ref var field in _fields.AsSpan(0, _count))
            if (field.End > field.Start + 1 && _text[field.Start] == '"')
                field = WithoutQuotes(field);
    }

    public void Dispose() => text.Dispose();

    /// <summary>Cuts the record that begins at the start; false where the text read so far ends before the record does.</summary>
    private bool TryCut()
    {
        (_count, HasQuotes) = (0, false);
        for (int at = _start, end; ; at = end + 1)
        {
            end = EndOfField(at);
            if (end == _end && !_atEnd)
                return false;
            if (_count == _fields.Length)
                Array.Resize(ref _fields, 2 * _count);
            _fields[_count++] = new(at, end);
            if (end == _end || _text[end] != delimiter)
                return TryEnd(end);
        }
    }

    private bool TryEnd(int end)
    {
        bool mayBePair = end < _end && _text[end] == '\r';
        if (mayBePair && end + 1 == _end && !_atEnd)
            return false;
        _next = Math.Min(_end, end + (mayBePair && end + 1 < _end && _text[end + 1] == '\n' ? 2 : 1));
        return true;
    }

    private int EndOfField(int start)
    {
        if (start < _end && _text[start] == '"')
            (HasQuotes, start) = (true, AfterQuotes(start + 1));
        return EndOfPlain(start);
    }

    /// <summary>Most fields end within a few characters, where a call would cost more than the search.</summary>
    private int EndOfPlain(int start)
    {
        if (start + Vector256<ushort>.Count <= _text.Length)
        {
            var some = Vector256.Create<ushort>(MemoryMarshal.Cast<char, ushort>(_text.AsSpan(start)));
            var ends = Vector256.Equals(some, _delimiters) | Vector256.Equals(some, Feeds) | Vector256.Equals(some, Returns);
            if (ends != Vector256<ushort>.Zero)
                return Math.Min(_end, start + BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits()));
        }
        int length = _text.AsSpan(start, _end - start).IndexOfAny(delimiter, '\n', '\r');
        return length < 0 ? _end : start + length;
    }

    /// <summary>The place behind the quote that closes.</summary>
    private int AfterQuotes(int at)
    {
        while (_text.AsSpan(at, _end - at).IndexOf('"') is var length and >= 0)
        {
            at += length + 1;
            if (at == _end || _text[at] != '"')
                return at;
            at++;
        }
        return _end;
    }

    private TextField WithoutQuotes(TextField field)
    {
        var inside = new TextField(field.Start + 1, field.End - 1);
        if (inside.End >= inside.Start && _text[inside.End] == '"' && !_text.AsSpan(inside.Start..inside.End).Contains('"'))
            return inside;
        int to = field.Start;
        bool isOpen = true;
        for (int from = field.Start + 1; from < field.End; from++)
        {
            if (isOpen && _text[from] == '"')
            {
                from++;
                isOpen = from < field.End && _text[from] == '"';
                if (from == field.End)
                    break;
            }
            _text[to++] = _text[from];
        }
        return new(field.Start, to);
    }

    /// <summary>Reads on; what the record has so far moves to the front.</summary>
    private void Fill()
    {
        int kept = _end - _start;
        if (kept == LongestRecord)
            throw new RecordTooLongException();
        char[] target = kept == _text.Length ? new char[2 * kept] : _text;
        _text.AsSpan(_start.._end).CopyTo(target);
        (_text, _start) = (target, 0);
        int read = text.ReadBlock(_text, kept, _text.Length - kept);
        _end = kept + read;
        _atEnd = _end < _text.Length;
    }
}

/// <summary>A record does not fit where records are cut: no delimited text, or a quote that is never closed.</summary>
internal sealed class RecordTooLongException : Exception;
