namespace UserOps.Reports.Delivery;

/// <summary>Finds a browser of the Chromium family: <c>$USEROPS_CHROMIUM</c>, then the search path, then the usual places.</summary>
public static class Chromium
{
    private const string Variable = "USEROPS_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        .. Programs("Google/Chrome/Application/chrome.exe"),
        .. Programs("Microsoft/Edge/Application/msedge.exe"),
    ];

    /// <summary>The program.</summary>
    /// <exception cref="UserOpsException">There is none.</exception>
    public static string Find() => Find(Environment.GetEnvironmentVariable, File.Exists);

    internal static string Find(Func<string, string?> environment, Func<string, bool> exists)
    {
        if (environment(Variable) is { Length: > 0 } chosen)
            return exists(chosen) ? chosen : throw new UserOpsException($"${Variable} names '{chosen}', and there is no such file. Correct it, or unset it to have a browser looked for.");
        return OnPath(environment("PATH") ?? "").Concat(UsualPlaces).FirstOrDefault(exists)
            ?? throw new UserOpsException($"A PDF needs an installed Chromium, Chrome or Edge, and none was found in ${Variable}, on the search path or in the usual places. "
                + "Install one, or open the page in any browser and print it from there.");
    }

    private static IEnumerable<string> OnPath(string path) =>
        from folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static IEnumerable<string> Programs(string relative) =>
        ((Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData])
        .Select(Environment.GetFolderPath).Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, relative));
}
