using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Data;

/// <summary>Allocates the arrays that hold whole columns.</summary>
/// <remarks>
/// Linux hands out memory in pages of 4 KB, each at the price of a fault, and looks up the page of each access. For columns of millions of rows in random
/// order both cost more than the work itself: asked to, it gives pages of 2 MB instead. Where it does not, nothing is lost.
/// </remarks>
internal static partial class LargeArray
{
    private const int WorthAsking = 1 << 22;
    private const int HugePage = 14; // MADV_HUGEPAGE of madvise(2)

    /// <summary>An array whose items are not set: each must be written before it is read.</summary>
    public static T[] Uninitialized<T>(int length) where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        if (OperatingSystem.IsLinux() && (long)length * Unsafe.SizeOf<T>() >= WorthAsking)
            Ask(array);
        return array;
    }

    /// <summary>An array of zeros.</summary>
    public static T[] Zeroed<T>(int length) where T : unmanaged
    {
        var array = Uninitialized<T>(length);
        Array.Clear(array);
        return array;
    }

    private static unsafe void Ask<T>(T[] array) where T : unmanaged
    {
        long page = Environment.SystemPageSize;
        fixed (T* first = array)
        {
            long start = ((long)first + page - 1) / page * page, end = ((long)first + (long)array.Length * sizeof(T)) / page * page;
            _ = Advise((nint)start, (nint)(end - start), HugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);
}
