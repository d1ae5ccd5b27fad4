using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Data.Typing;

/// <summary>A word of up to 8 characters, or of up to 16 in ASCII, as numbers: its beginning and its end, which meet or overlap, and its length tell it exactly.</summary>
internal readonly record struct PackedWord(ulong Start, ulong End, int Length)
{
    private const int Longest = 16, LongestBeyondAscii = 8;

    /// <summary>Room for what belongs to the word, where four bytes would lie idle.</summary>
    public int Code { get; init; }

    public int Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong high = Math.BigMul(Start ^ 0x9E3779B97F4A7C15, (End + (ulong)Length) ^ 0xD1B54A32D192ED03, out ulong low);
            return (int)(high ^ low);
        }
    }

    public bool IsSameWord(in PackedWord other) => Start == other.Start && End == other.End && Length == other.Length;

    /// <summary>Packs a word that is not empty, if it is short enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPack(ReadOnlySpan<char> word, out PackedWord packed)
    {
        packed = default;
        if (word.Length is 0 or > Longest)
            return false;
        if (word.Length > LongestBeyondAscii)
            return TryPackAscii(MemoryMarshal.Cast<char, ushort>(word), out packed);
        packed = word.Length >= 4
            ? new(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word)), MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word[^4..])), word.Length)
            : new(word[0] | (ulong)(word.Length > 1 ? word[1] : 0) << 16 | (ulong)(word.Length > 2 ? word[2] : 0) << 32, 0, word.Length);
        return true;
    }

    /// <summary>The word.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Longest];
        if (Length > LongestBeyondAscii)
        {
            Vector128.WidenLower(Vector128.CreateScalar(Start).AsByte()).CopyTo(MemoryMarshal.Cast<char, ushort>(text));
            Vector128.WidenLower(Vector128.CreateScalar(End).AsByte()).CopyTo(MemoryMarshal.Cast<char, ushort>(text[(Length - 8)..]));
        }
        else
        {
            MemoryMarshal.Write(MemoryMarshal.AsBytes(text), Start);
            if (Length >= 4)
                MemoryMarshal.Write(MemoryMarshal.AsBytes(text[(Length - 4)..]), End);
        }
        return new(text[..Length]);
    }

    private static bool TryPackAscii(ReadOnlySpan<ushort> word, out PackedWord packed)
    {
        var start = Vector128.Create(word);
        var end = Vector128.Create(word[^8..]);
        bool isAscii = ((start | end) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
        packed = isAscii ? new(Vector128.Narrow(start, start).AsUInt64().ToScalar(), Vector128.Narrow(end, end).AsUInt64().ToScalar(), word.Length) : default;
        return isAscii;
    }
}
