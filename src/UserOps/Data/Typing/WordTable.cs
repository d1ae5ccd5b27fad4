using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace UserOps.Data.Typing;

/// <summary>Finds the codes of short words, which lie in the table itself.</summary>
/// <remarks>
/// With half a million users every look into memory misses the processor's cache. A dictionary of strings takes three looks for a word (bucket, entry,
/// string), this table one, and that one can be announced while other columns are read.
/// </remarks>
internal sealed class WordTable
{
    private PackedWord[] _slots = new PackedWord[256];
    private int _count;

    /// <summary>Lets the processor fetch the place of a word that will soon be looked for.</summary>
    public unsafe void Announce(in PackedWord word)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref _slots[word.Hash & (_slots.Length - 1)]));
    }

    /// <summary>The code of a word, if it was added.</summary>
    public bool TryFind(in PackedWord word, out int code)
    {
        ref var slot = ref Place(word);
        code = slot.Code;
        return slot.Length > 0;
    }

    /// <summary>Adds a word that is not there yet.</summary>
    public void Add(in PackedWord word, int code)
    {
        if (++_count * 3L > _slots.Length * 2L)
            Grow();
        Place(word) = word with { Code = code };
    }

    /// <summary>The slot that holds the word, or the free one where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref PackedWord Place(in PackedWord word)
    {
        var slots = _slots;
        int mask = slots.Length - 1;
        for (int i = word.Hash & mask; ; i = (i + 1) & mask)
            if (slots[i].Length == 0 || slots[i].IsSameWord(word))
                return ref slots[i];
    }

    private void Grow()
    {
        var before = _slots;
        _slots = LargeArray.Zeroed<PackedWord>(before.Length * 2);
        foreach (ref var slot in before.AsSpan())
            if (slot.Length > 0)
                Place(slot) = slot;
    }
}
