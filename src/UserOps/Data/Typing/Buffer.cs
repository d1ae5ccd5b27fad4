using System.Runtime.CompilerServices;

namespace UserOps.Data.Typing;

/// <summary>An array that grows; with a good estimate of its length it never has to.</summary>
internal sealed class Buffer<T>(long expected) where T : unmanaged
{
    private T[] _items = LargeArray.Uninitialized<T>((int)Math.Clamp(expected, 64, Array.MaxLength));

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length)
            Grow();
        _items[Count++] = item;
    }

    /// <summary>The items without a copy where the array is exactly full; the buffer must not be used afterwards.</summary>
    public T[] ToArray()
    {
        if (_items.Length != Count)
            Array.Resize(ref _items, Count);
        return _items;
    }

    private void Grow()
    {
        var larger = LargeArray.Uninitialized<T>((int)Math.Min(2L * Count, Array.MaxLength));
        _items.CopyTo(larger, 0);
        _items = larger;
    }
}
