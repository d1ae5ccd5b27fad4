using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace UserOps.Kernel.Sessions;

/// <summary>Notices when the program that started this one has ended, so that no kernel is left running for nobody.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Completes when the parent has ended.</summary>
    public static Task EndedAsync(CancellationToken cancellation) => OperatingSystem.IsWindows() ? WindowsParentAsync(cancellation) : UnixParentAsync(cancellation);

    /// <summary>A process whose parent ends gets another parent.</summary>
    private static async Task UnixParentAsync(CancellationToken cancellation)
    {
        for (int parent = ParentId(); ParentId() == parent;)
            await Task.Delay(LookEvery, cancellation).ConfigureAwait(false);
    }

    /// <summary>Jupyter hands a handle of itself to the kernels that it starts on Windows.</summary>
    private static async Task WindowsParentAsync(CancellationToken cancellation)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out long handle) || handle == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        using var parent = new ProcessHandle((nint)handle);
        while (!parent.WaitOne(TimeSpan.Zero))
            await Task.Delay(LookEvery, cancellation).ConfigureAwait(false);
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();

    private sealed class ProcessHandle : WaitHandle
    {
        public ProcessHandle(nint handle) => SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false);
    }
}
