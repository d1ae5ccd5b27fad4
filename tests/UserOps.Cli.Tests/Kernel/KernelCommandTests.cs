using UserOps.Testing;

namespace UserOps.Cli.Tests.Kernel;

public sealed class KernelCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR");

    public KernelCommandTests() => Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", _folder["jupyter"]);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("JUPYTER_DATA_DIR", _before);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_kernel_is_installed_where_Jupyter_is_told_to_look_and_removed_again()
    {
        string own = Path.Combine(_folder["jupyter"], "kernels", "userops-csharp"), alias = Path.Combine(_folder["jupyter"], "kernels", ".net-csharp");
        var installed = await Cli.RunAsync("kernel", "install", "--alias", ".net-csharp");
        Assert.Equal((0, $"{own}{Environment.NewLine}{alias}{Environment.NewLine}"), (installed.Code, installed.Results));
        Assert.Contains("jupyter.completionTriggerCharacters", installed.Messages, StringComparison.Ordinal);
        var removed = await Cli.RunAsync("kernel", "uninstall");
        Assert.Equal(0, removed.Code);
        Assert.Empty(Directory.GetDirectories(Path.Combine(_folder["jupyter"], "kernels")));
        Assert.Contains("Nothing to remove", (await Cli.RunAsync("kernel", "uninstall")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_setting_for_VS_Code_is_written_into_the_file_that_is_named()
    {
        var installed = await Cli.RunAsync("kernel", "install", "--vscode", _folder["settings.json"]);
        Assert.Equal(0, installed.Code);
        Assert.Contains("\"csharp\": [\".\"]", await File.ReadAllTextAsync(_folder["settings.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_what_to_do_where_nothing_is_installed()
    {
        var examined = await Cli.RunAsync("kernel", "doctor");
        Assert.Equal(2, examined.Code);
        Assert.Contains("wrong: The kernel is not installed", examined.Results, StringComparison.Ordinal);
        Assert.Contains("userops kernel install", examined.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_that_belongs_to_another_kernel_is_refused()
    {
        string other = Path.Combine(_folder["jupyter"], "kernels", ".net-csharp");
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "kernel.json"), "{\"argv\": [\"dotnet-interactive\"]}", TestContext.Current.CancellationToken);
        var refused = await Cli.RunAsync("kernel", "install", "--alias", ".net-csharp");
        Assert.Equal(2, refused.Code);
        Assert.Contains("and it stays", refused.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder["jupyter"], "kernels", "userops-csharp")));
    }
}
