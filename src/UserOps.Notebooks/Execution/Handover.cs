using System.Collections.Concurrent;
using System.ComponentModel;

namespace UserOps.Notebooks.Execution;

/// <summary>Brings values into cells without writing them into code: passwords must not stand there, and long texts cannot.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Handover
{
    private static readonly ConcurrentDictionary<string, object> Waiting = new(StringComparer.Ordinal);

    /// <summary>Gives a value away, once.</summary>
    /// <param name="ticket">The name under which it was left.</param>
    /// <exception cref="KeyNotFoundException">Nothing waits under the name.</exception>
    public static object Take(string ticket) =>
        Waiting.TryRemove(ticket, out object? value) ? value : throw new KeyNotFoundException("The value was taken already.");

    /// <summary>Leaves a value.</summary>
    /// <returns>The C# that takes it.</returns>
    internal static string Leave(object value)
    {
        string ticket = Guid.NewGuid().ToString("N");
        Waiting[ticket] = value;
        return $"(global::{value.GetType().FullName})global::{typeof(Handover).FullName}.{nameof(Take)}(\"{ticket}\")";
    }
}
