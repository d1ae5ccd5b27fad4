using System.Text.Json;
using UserOps.Kernel.Installation;
using UserOps.Notebooks;
using UserOps.Testing;

namespace UserOps.Kernel.Tests.Installation;

public sealed class KernelSpecsTests : IDisposable
{
    private static readonly KernelProgram Program = new(["/opt/dotnet/dotnet", "/opt/user ops/UserOps.Cli.dll"], "/opt/dotnet");
    private readonly TemporaryFolder _folder = new();
    private readonly KernelSpecs _specs;

    public KernelSpecsTests() => _specs = new(new(_folder["user"], [_folder["system"]]));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_kernel_is_written_as_Jupyter_expects_it()
    {
        string folder = Assert.Single(_specs.Install(Program));
        Assert.Equal(Path.Combine(_folder["user"], "kernels", "userops-csharp"), folder);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")));
        var spec = json.RootElement;
        Assert.Equal(["/opt/dotnet/dotnet", "/opt/user ops/UserOps.Cli.dll", "kernel", "start", "{connection_file}"], spec.GetProperty("argv").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal(("C#", "message"), (spec.Text("language"), spec.Text("interrupt_mode")));
        Assert.Equal("/opt/dotnet", spec.GetProperty("env").Text("DOTNET_ROOT"));
    }

    [Fact]
    public void Installing_again_renews_what_is_ours()
    {
        _specs.Install(new(["/old"], "/old"), KernelSpecs.PolyglotName);
        _specs.Install(Program, KernelSpecs.PolyglotName);
        Assert.Equal([".net-csharp", "userops-csharp"], _specs.All.Select(spec => spec.Name));
        Assert.All(_specs.All, spec => Assert.Equal("/opt/dotnet/dotnet", spec.Arguments[0]));
    }

    [Theory]
    [InlineData("user", "{}")]
    [InlineData("system", "{\"argv\":[\"dotnet-interactive\"]}")]
    [InlineData("user", "broken")]
    public void The_kernel_of_somebody_else_keeps_its_name_and_nothing_is_written(string data, string content)
    {
        string other = Path.Combine(_folder[data], "kernels", ".net-csharp", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        File.WriteAllText(other, content);
        Assert.Contains("and it stays", Assert.Throws<NotebookException>(() => _specs.Install(Program, ".NET-csharp")).Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(other));
        Assert.Single(_specs.All);
        Assert.Empty(_specs.Uninstall());
        Assert.True(File.Exists(other));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../x")]
    [InlineData("")]
    public void A_name_that_no_kernel_can_have_is_refused(string name) => Assert.Throws<NotebookException>(() => _specs.Install(Program, name));

    [Fact]
    public void Uninstalling_removes_every_name_of_ours()
    {
        _specs.Install(Program, KernelSpecs.PolyglotName);
        Assert.Equal(2, _specs.Uninstall().Count);
        Assert.Empty(_specs.All);
    }

    [Fact]
    public void The_doctor_says_that_nothing_is_installed_or_that_the_program_is_gone()
    {
        var folders = new JupyterFolders(_folder["user"], []);
        Assert.Contains(Doctor.Examine(folders), finding => finding.IsProblem && finding.Text.Contains("userops kernel install", StringComparison.Ordinal));
        _specs.Install(new(["/nowhere/userops"], "/nowhere"));
        Assert.Contains(Doctor.Examine(folders), finding => finding.IsProblem && finding.Text.Contains("'/nowhere/userops' is gone", StringComparison.Ordinal));
    }
}
