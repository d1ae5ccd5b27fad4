namespace UserOps.Kernel.Installation;

/// <summary>Where Jupyter, and VS Code with it, looks for kernels.</summary>
/// <param name="UserData">The folder of this user's Jupyter data.</param>
/// <param name="Others">The other folders of Jupyter data on this machine.</param>
public sealed record JupyterFolders(string UserData, IReadOnlyList<string> Others)
{
    /// <summary>The folders as the environment says.</summary>
    public static JupyterFolders OfEnvironment() => new(Variable("JUPYTER_DATA_DIR") ?? DefaultUserData(), [.. Paths("JUPYTER_PATH"), .. Prefixes(), .. SystemData()]);

    /// <summary>The folder of this user's kernels.</summary>
    public string UserKernels => Path.Combine(UserData, "kernels");

    /// <summary>The folders of kernels, this user's first.</summary>
    public IEnumerable<string> Kernels => Others.Prepend(UserData).Select(data => Path.Combine(data, "kernels"));

    private static string DefaultUserData() =>
        OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
        : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static string[] Paths(string variable) => Variable(variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The Python environments that this shell has switched on.</summary>
    private static IEnumerable<string> Prefixes() =>
        ((string?[])[Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX")]).OfType<string>().Select(prefix => Path.Combine(prefix, "share", "jupyter"));

    private static IEnumerable<string> SystemData() => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
