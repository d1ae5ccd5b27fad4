using System.Collections.Concurrent;

namespace UserOps.Kernel.Sessions;

/// <summary>The displays that a session has shown, to tell the first showing from an update.</summary>
internal sealed class DisplayIds
{
    private readonly ConcurrentDictionary<string, bool> _shown = new(StringComparer.Ordinal);

    /// <summary>Whether the display was shown before; from now on it was.</summary>
    public bool WasShown(string id) => !_shown.TryAdd(id, true);
}
