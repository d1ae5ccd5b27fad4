using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Data.Typing;

/// <summary>Finds the code of a word. Short words, as nearly all ids are, lie in the table itself as two numbers.</summary>
/// <remarks>
/// With half a million users every look into memory misses the processor's cache. A dictionary of strings takes three looks for a word (bucket, entry,
/// string), this table one, which halves the time of reading an export.
/// </remarks>
internal sealed class WordTable
{
    private readonly Dictionary<string, int> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private Slot[] _slots = new Slot[256];
    private int _count;

    public WordTable() => _lookup = _long.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The code of a word that is not empty, if it was added.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out int code)
    {
        if (!Slot.TryPack(word, out var packed))
            return _lookup.TryGetValue(word, out code);
        ref var slot = ref Place(packed);
        code = slot.Code;
        return !slot.IsFree;
    }

    /// <summary>Adds a word that is not there yet.</summary>
    public void Add(ReadOnlySpan<char> word, int code)
    {
        if (!Slot.TryPack(word, out var packed))
        {
            _lookup[word] = code;
            return;
        }
        if (++_count * 3L > _slots.Length * 2L)
            Grow();
        Place(packed) = packed with { Code = code };
    }

    /// <summary>The slot that holds the word, or the free one where it belongs.</summary>
    private ref Slot Place(in Slot packed)
    {
        var slots = _slots;
        int mask = slots.Length - 1;
        for (int i = packed.Hash & mask; ; i = (i + 1) & mask)
            if (slots[i].IsFree || slots[i].Holds(packed))
                return ref slots[i];
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        foreach (ref var slot in before.AsSpan())
            if (!slot.IsFree)
                Place(slot) = slot;
    }

    /// <summary>A word of up to 8 characters, or of up to 16 in ASCII: its beginning and its end, which overlap or meet, and its length tell it exactly.</summary>
    private readonly record struct Slot(ulong Start, ulong End, int Length)
    {
        public int Code { get; init; }

        public bool IsFree => Length == 0;

        public int Hash
        {
            get
            {
                ulong high = Math.BigMul(Start ^ 0x9E3779B97F4A7C15, (End + (ulong)Length) ^ 0xD1B54A32D192ED03, out ulong low);
                return (int)(high ^ low);
            }
        }

        public bool Holds(in Slot other) => Start == other.Start && End == other.End && Length == other.Length;

        public static bool TryPack(ReadOnlySpan<char> word, out Slot slot)
        {
            slot = default;
            if (word.Length > 16)
                return false;
            if (word.Length > 8)
                return TryPackAscii(MemoryMarshal.Cast<char, ushort>(word), out slot);
            slot = word.Length >= 4
                ? new(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word)), MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word[^4..])), word.Length)
                : new(word[0] | (ulong)(word.Length > 1 ? word[1] : 0) << 16 | (ulong)(word.Length > 2 ? word[2] : 0) << 32, 0, word.Length);
            return true;
        }

        private static bool TryPackAscii(ReadOnlySpan<ushort> word, out Slot slot)
        {
            var start = Vector128.Create(word);
            var end = Vector128.Create(word[^8..]);
            slot = new(Vector128.Narrow(start, start).AsUInt64().ToScalar(), Vector128.Narrow(end, end).AsUInt64().ToScalar(), word.Length);
            return ((start | end) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
        }
    }
}
