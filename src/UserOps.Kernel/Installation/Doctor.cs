using System.Globalization;
using UserOps.Notebooks;

namespace UserOps.Kernel.Installation;

/// <summary>Something that was looked at.</summary>
/// <param name="IsProblem">Whether it keeps the kernel from working.</param>
/// <param name="Text">What was found, and what to do.</param>
public sealed record Finding(bool IsProblem, string Text);

/// <summary>Says in plain words whether notebooks can use this kernel, and what is wrong where they cannot.</summary>
public static class Doctor
{
    /// <summary>Looks at everything; starts every installed kernel of this program once.</summary>
    public static IEnumerable<Finding> Examine(JupyterFolders folders)
    {
        var all = new KernelSpecs(folders).All;
        KernelSpec[] ours = [.. all.Where(spec => spec.IsOurs)];
        if (ours.Length == 0)
            yield return new(true, $"The kernel is not installed in '{folders.UserKernels}'. Run: userops kernel install");
        foreach (var finding in ours.SelectMany(Examine))
            yield return finding;
        if (!all.Any(spec => spec.Name == KernelSpecs.PolyglotName))
            yield return new(false, $"Polyglot notebooks ask for a kernel named '{KernelSpecs.PolyglotName}', which is not installed. To run them with this one: userops kernel install --alias {KernelSpecs.PolyglotName}");
        yield return ExamineSdk();
        if (ExamineVsCode() is { } editor)
            yield return editor;
    }

    private static IEnumerable<Finding> Examine(KernelSpec spec)
    {
        if (spec.Arguments.Where(Path.IsPathRooted).FirstOrDefault(path => !File.Exists(path)) is { } missing)
            return [new(true, $"Kernel '{spec.Name}': the program '{missing}' is gone. Run again from where it is now: userops kernel install")];
        if (spec.Environment.TryGetValue("DOTNET_ROOT", out string? root) && !Directory.Exists(root))
            return [new(true, $"Kernel '{spec.Name}': there is no .NET in '{root}' any more. Run again: userops kernel install")];
        var (problem, answered, calculated) = KernelTrial.Run(spec);
        return [problem is null
            ? new(false, string.Create(CultureInfo.InvariantCulture, $"Kernel '{spec.Name}' in '{spec.Folder}' works: it answered after {answered.TotalSeconds:0.0} s and had calculated after {calculated.TotalSeconds:0.0} s."))
            : new(true, $"Kernel '{spec.Name}' in '{spec.Folder}' does not work: {problem}")];
    }

    private static Finding ExamineSdk()
    {
        string sdks = Path.Combine(KernelProgram.Current.DotnetRoot, "sdk");
        return Directory.Exists(sdks)
            ? new(false, $"The .NET SDK is in '{sdks}': cells can use packages by #r \"nuget: …\".")
            : new(false, $"There is no .NET SDK beside the runtime ('{sdks}' is missing). Cells run, but #r \"nuget: …\" needs an SDK: https://dotnet.microsoft.com/download");
    }

    private static Finding? ExamineVsCode()
    {
        string file = VsCodeSettings.UserFile;
        try
        {
            return !File.Exists(file) ? null
                : VsCodeSettings.IsSet(file) ? new(false, $"VS Code completes after a dot ('{file}').")
                : new(false, "VS Code's Jupyter extension completes nothing after a dot without a setting. To write it: userops kernel install --vscode");
        }
        catch (NotebookException problem)
        {
            return new(false, problem.Message);
        }
    }
}
