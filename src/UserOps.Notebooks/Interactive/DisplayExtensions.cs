using Microsoft.DotNet.Interactive;

namespace System;

/// <summary>Shows values from a cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows this value, in the given MIME types or in those that suit it.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Shows this text as content of the given MIME type.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => DisplayedValue.Show(new FormattedValue(mimeType, value), []);

    /// <summary>Shows items as a table.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);
}
