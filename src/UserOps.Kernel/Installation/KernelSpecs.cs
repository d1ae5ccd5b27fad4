using System.Text.RegularExpressions;
using UserOps.Notebooks;

namespace UserOps.Kernel.Installation;

/// <summary>The kernels that Jupyter finds; adds and removes those of this program, and leaves others alone.</summary>
public sealed partial class KernelSpecs(JupyterFolders folders)
{
    /// <summary>The kernel's own name.</summary>
    public const string OwnName = "userops-csharp";

    /// <summary>The name that Polyglot notebooks ask for.</summary>
    public const string PolyglotName = ".net-csharp";

    /// <summary>Every kernel, this user's first.</summary>
    public IReadOnlyList<KernelSpec> All =>
        [.. folders.Kernels.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Order(StringComparer.Ordinal).Select(KernelSpec.TryRead).OfType<KernelSpec>()];

    /// <summary>Installs this program for this user under its own name, and under another one too where that is asked for.</summary>
    /// <returns>The folders that were written.</returns>
    /// <exception cref="NotebookException">A name cannot be a kernel's or belongs to another kernel, and nothing was written; or a folder cannot be written.</exception>
    public IReadOnlyList<string> Install(KernelProgram program, string? alias = null)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [OwnName] = "C# (UserOps)" };
        if (alias is not null)
            names.TryAdd(alias, $"C# (UserOps as {alias})");
        foreach (string name in names.Keys)
            Check(name);
        return [.. names.Select(name => Write(name.Key, KernelSpec.Write(program, name.Value)))];
    }

    /// <summary>Removes what <see cref="Install"/> wrote, under every name.</summary>
    /// <returns>The folders that are gone.</returns>
    /// <exception cref="NotebookException">A folder cannot be removed.</exception>
    public IReadOnlyList<string> Uninstall()
    {
        string[] ours = [.. All.Where(spec => spec.IsOurs && Path.GetDirectoryName(spec.Folder) == folders.UserKernels).Select(spec => spec.Folder)];
        foreach (string folder in ours)
            Try(folder, "removed", () => Directory.Delete(folder, recursive: true));
        return ours;
    }

    private void Check(string name)
    {
        if (!NamePattern().IsMatch(name))
            throw new NotebookException($"'{name}' cannot be the name of a kernel: letters, digits, '.', '-' and '_' can.");
        if (All.FirstOrDefault(spec => !spec.IsOurs && spec.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other)
            throw new NotebookException($"There is another kernel named '{name}' in '{other.Folder}', and it stays. Remove it first, or choose another name.");
    }

    private string Write(string name, string text)
    {
        string folder = Path.Combine(folders.UserKernels, name);
        Try(folder, "written", () =>
        {
            Directory.CreateDirectory(folder);
            string file = Path.Combine(folder, KernelSpec.File), temporary = file + ".tmp";
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        });
        return folder;
    }

    private static void Try(string folder, string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The folder '{folder}' cannot be {what}: {e.Message}", e);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex NamePattern();
}
