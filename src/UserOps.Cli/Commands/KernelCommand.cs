using System.CommandLine;
using UserOps.Cli.Reporting;
using UserOps.Cli.Terminals;
using UserOps.Data.Cache;
using UserOps.Kernel.Installation;
using UserOps.Kernel.Jupyter;
using UserOps.Kernel.Stdio;
using UserOps.Notebooks.Execution;

namespace UserOps.Cli.Commands;

/// <summary><c>userops kernel</c>: the same C# notebooks in Jupyter and in editors.</summary>
internal static class KernelCommand
{
    private static readonly Argument<string> ConnectionFile = new("connection-file") { Description = "The file in which the notebook program wrote ports and key." };

    private static readonly Option<string?> Alias = new("--alias")
    {
        Description = $"A second name, such as {KernelSpecs.PolyglotName}, which Polyglot notebooks ask for. A kernel of somebody else keeps its name.",
        HelpName = "name",
    };

    private static readonly Option<string?> VsCode = new("--vscode")
    {
        Description = "Also write the setting with which VS Code's Jupyter extension completes after a dot; into the user's settings, or into the file named here.",
        HelpName = "settings.json",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("kernel", "Run C# notebooks in Jupyter, in VS Code and in other editors.")
        {
            Install(terminal), Uninstall(terminal), Examine(terminal), Start(), Stdio(),
        };
        Examples.Add(command, "userops kernel install", $"userops kernel install --alias {KernelSpecs.PolyglotName}", "userops kernel doctor");
        command.SetAction(parsed => new Examples.HelpWithExamples().Invoke(parsed));
        return command;
    }

    /// <summary>What cells are given in a notebook that somebody works in.</summary>
    private static SessionOptions Session() => new() { InBox = InBox.Assemblies, Usings = InBox.Usings, PackageCache = CacheFolder.Packages };

    private static Command Install(Terminal terminal)
    {
        var command = new Command("install", "Make the kernel known to Jupyter and VS Code, for this user ($JUPYTER_DATA_DIR, or the usual place).") { Alias, VsCode };
        Examples.Add(command, "userops kernel install", $"userops kernel install --alias {KernelSpecs.PolyglotName} --vscode");
        command.SetAction(parsed =>
        {
            foreach (string folder in new KernelSpecs(JupyterFolders.OfEnvironment()).Install(KernelProgram.Current, parsed.GetValue(Alias)))
                terminal.Results.WriteLine(folder);
            string file = parsed.GetValue(VsCode) ?? VsCodeSettings.UserFile;
            terminal.Messages.WriteLine(
                parsed.GetResult(VsCode) is null ? $"VS Code's Jupyter extension completes after a dot with this in its settings, which --vscode writes:\n    {VsCodeSettings.Setting}"
                : VsCodeSettings.Write(file) ? $"Written into '{file}': {VsCodeSettings.Setting}"
                : $"'{file}' has the setting for completion already.");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Uninstall(Terminal terminal)
    {
        var command = new Command("uninstall", "Remove what install wrote, under every name.");
        Examples.Add(command, "userops kernel uninstall");
        command.SetAction(_ =>
        {
            var removed = new KernelSpecs(JupyterFolders.OfEnvironment()).Uninstall();
            foreach (string folder in removed)
                terminal.Results.WriteLine(folder);
            if (removed.Count == 0)
                terminal.Messages.WriteLine("Nothing to remove: the kernel is not installed for this user.");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Examine(Terminal terminal)
    {
        var command = new Command("doctor", "Say whether notebooks can use the kernel, and what is wrong where they cannot; starts it once.");
        Examples.Add(command, "userops kernel doctor");
        command.SetAction(_ =>
        {
            bool isIll = false;
            foreach (var finding in Doctor.Examine(JupyterFolders.OfEnvironment()))
            {
                isIll |= finding.IsProblem;
                terminal.Results.WriteLine((finding.IsProblem ? "wrong: " : "fine:  ") + finding.Text);
            }
            return isIll ? ExitCode.BadInput : ExitCode.Ok;
        });
        return command;
    }

    private static Command Stdio()
    {
        var command = new Command("stdio", "Run a session over standard input and output; editors call this. docs/stdio-protocol.md says what is spoken.");
        Examples.Add(command, "userops kernel stdio");
        command.SetAction(async (_, cancellation) =>
        {
            await StdioHost.RunAsync(Session, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Start()
    {
        var command = new Command("start", "Run the kernel; notebook programs call this.") { ConnectionFile };
        Examples.Add(command, "userops kernel start connection.json");
        command.SetAction(async (parsed, cancellation) =>
        {
            await JupyterHost.RunAsync(parsed.GetRequiredValue(ConnectionFile), Session, cancellation);
            return ExitCode.Ok;
        });
        return command;
    }
}
