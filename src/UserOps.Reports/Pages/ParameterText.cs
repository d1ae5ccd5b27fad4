using System.Collections;
using System.Globalization;
using UserOps.Notebooks.Execution;

namespace UserOps.Reports.Pages;

/// <summary>The value of a parameter as its reader sees it.</summary>
internal static class ParameterText
{
    public static string Write(ParameterValue parameter) =>
        parameter is { Name: "data", Value: string path } ? PathText.LastPart(path) : Write(parameter.Value);

    private static string Write(object? value) => value switch
    {
        null => "none",
        string { Length: 0 } => "none",
        string text => PathText.Shorten(text),
        bool flag => flag ? "yes" : "no",
        IEnumerable items => items.Cast<object?>().Select(Write).ToArray() is { Length: > 0 } words ? string.Join(", ", words) : "none",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
