using System.Text.Json;
using UserOps.Notebooks;

namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>Where a kernel listens and with which key messages are signed, as the notebook program wrote it down.</summary>
internal sealed record ConnectionFile(int ShellPort, int IoPubPort, int StdinPort, int ControlPort, int HeartbeatPort, string Key)
{
    private static readonly string[] Loopback = ["127.0.0.1", "localhost", "::1"];

    /// <summary>Reads the file; one that others may read is closed to them first, since its key lets its reader run code.</summary>
    /// <exception cref="NotebookException">It is missing or is no connection file, or asks for what is not served here.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            PrivateFile.Close(path);
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(json.RootElement, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"The connection file '{path}' cannot be read: {e.Message} A notebook program writes it when it starts the kernel.", e);
        }
        catch (JsonException e)
        {
            throw new NotebookException($"'{path}' is no connection file: it is not JSON ({e.Message}).", e);
        }
    }

    private static ConnectionFile Read(JsonElement json, string path)
    {
        Require(json.Text("transport") is "tcp" or null, "transport", "tcp");
        Require(Loopback.Contains(json.Text("ip") ?? "127.0.0.1"), "ip", "127.0.0.1: this kernel listens to its own machine only");
        Require(json.Text("signature_scheme") is "hmac-sha256" or null, "signature_scheme", "hmac-sha256");
        Require(json.Text("key") is { Length: > 0 }, "key", "a key: without one anybody on this machine could run code here");
        return new(Port("shell_port"), Port("iopub_port"), Port("stdin_port"), Port("control_port"), Port("hb_port"), json.Text("key")!);

        int Port(string name)
        {
            int port = json.Number(name) ?? 0;
            Require(port is > 0 and <= 65535, name, "a port from 1 to 65535");
            return port;
        }

        void Require(bool holds, string name, string expected)
        {
            if (!holds)
                throw new NotebookException($"The connection file '{path}' has '{name}': {json.Raw(name) ?? "nothing"}. Expected: {expected}.");
        }
    }
}
