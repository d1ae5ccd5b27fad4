using UserOps.Kernel.Jupyter.Wire;
using UserOps.Notebooks;
using UserOps.Testing;

namespace UserOps.Kernel.Tests.Jupyter;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Good = """{"shell_port":1,"iopub_port":2,"stdin_port":3,"control_port":4,"hb_port":5,"ip":"127.0.0.1","key":"k","transport":"tcp","signature_scheme":"hmac-sha256","kernel_name":"x"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ports_and_key_are_read() => Assert.Equal(new(1, 2, 3, 4, 5, "k"), ConnectionFile.Load(Write(Good)));

    [Fact]
    public void A_file_that_others_may_read_is_closed_to_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights elsewhere.");
        string path = Write(Good);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            ConnectionFile.Load(path);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "0.0.0.0", "its own machine only")]
    [InlineData("tcp", "ipc", "Expected: tcp")]
    [InlineData("hmac-sha256", "hmac-md5", "Expected: hmac-sha256")]
    [InlineData("\"k\"", "\"\"", "Expected: a key")]
    [InlineData("\"hb_port\":5", "\"hb_port\":0", "a port from 1 to 65535")]
    [InlineData("{", "", "not JSON")]
    public void What_is_not_served_is_refused_with_the_reason(string good, string bad, string reason) =>
        Assert.Contains(reason, Assert.Throws<NotebookException>(() => ConnectionFile.Load(Write(Good.Replace(good, bad, StringComparison.Ordinal)))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_told() => Assert.Contains("cannot be read", Assert.Throws<NotebookException>(() => ConnectionFile.Load(_folder["none.json"])).Message, StringComparison.Ordinal);

    private string Write(string text)
    {
        File.WriteAllText(_folder["connection.json"], text);
        return _folder["connection.json"];
    }
}
