using System.Text.RegularExpressions;

namespace UserOps.Notebooks.Packages;

/// <summary>Tells why packages could not be restored, in NuGet's words without its paths and codes of its own.</summary>
internal static partial class RestoreFailure
{
    public static NotebookException Describe(string output, IReadOnlyList<PackageRequest> requests)
    {
        var errors = ErrorPattern().Matches(output).Select(match => (Code: match.Groups[1].Value, Text: match.Groups[2].Value.Trim())).Distinct()
            .GroupBy(error => error.Code).ToList();
        string title = $"The packages cannot be had: {string.Join(", ", requests)}.";
        return errors.Count == 0
            ? new(title, [output.Trim()])
            : new(title, [.. errors.Select(error => $"{string.Join(' ', error.Select(part => part.Text))} ({error.Key}){Advice(error.Key)}")]);
    }

    /// <summary>Whether a source could not be reached.</summary>
    public static bool IsOfNetwork(string output) => output.Contains("NU1301", StringComparison.Ordinal);

    /// <summary>The packages of which one asks for a newer version than another that is nearer, each in the newer.</summary>
    public static IEnumerable<PackageRequest> Downgrades(string output) =>
        DowngradePattern().Matches(output).Select(match => new PackageRequest(match.Groups[1].Value, match.Groups[2].Value)).DistinctBy(request => request.Name);

    private static string Advice(string code) => code switch
    {
        "NU1101" => " Check the spelling, or add the source that has it: #i \"nuget: https://…\".",
        "NU1102" or "NU1103" => " Ask for a version that there is.",
        "NU1107" or "NU1605" or "NU1608" => " Ask for versions that agree.",
        "NU1202" => " The package does not support this version of .NET.",
        "NU1301" => " Without a network only packages that were used before can be had, in the same versions.",
        _ => "",
    };

    [GeneratedRegex(@"error (NU\d+): (.+?)(?: \[[^\]]*\.csproj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorPattern();

    [GeneratedRegex(@"Detected package downgrade: (\S+) from (\S+) to ")]
    private static partial Regex DowngradePattern();
}
