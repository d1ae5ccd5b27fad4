using System.Collections;
using System.Globalization;
using UserOps.Notebooks.Execution;
using UserOps.Reports.Languages;

namespace UserOps.Reports.Pages;

/// <summary>The value of a parameter as its reader sees it.</summary>
internal static class ParameterText
{
    public static string Write(ParameterValue parameter, Words words) =>
        parameter is { Name: "data", Value: string path } ? PathText.LastPart(path) : Write(parameter.Value, words);

    private static string Write(object? value, Words words) => value switch
    {
        null => words.None,
        string { Length: 0 } => words.None,
        string text => PathText.Shorten(text),
        bool flag => flag ? words.Yes : words.No,
        IEnumerable items => items.Cast<object?>().Select(item => Write(item, words)).ToArray() is { Length: > 0 } texts ? string.Join(", ", texts) : words.None,
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
