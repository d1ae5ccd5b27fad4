using UserOps.Kernel.Installation;
using UserOps.Kernel.Jupyter.Wire;
using UserOps.Notebooks;
using UserOps.Testing;

namespace UserOps.Kernel.Tests.Jupyter;

public class SocketTests
{
    [Fact]
    public void A_port_in_use_is_told()
    {
        using var folder = new TemporaryFolder();
        var connection = KernelClient.WriteConnectionFile(folder["connection.json"]);
        using var first = NetMqChannels.Open(connection);
        Assert.Contains("in use", Assert.Throws<NotebookException>(() => NetMqChannels.Open(connection)).Message, StringComparison.Ordinal);
    }
}
