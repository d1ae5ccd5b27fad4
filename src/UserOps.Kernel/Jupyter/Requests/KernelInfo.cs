using System.Text.Json.Nodes;
using UserOps.Kernel.Jupyter.Wire;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary><c>kernel_info_request</c>: what this kernel is.</summary>
internal static class KernelInfo
{
    private static readonly string Version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageFormat.ProtocolVersion,
        ["implementation"] = "userops",
        ["implementation_version"] = Version,
        ["banner"] = $"C# with the library for user operations, version {Version}",
        ["language_info"] = new JsonObject
        {
            ["name"] = "csharp",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
            ["nbconvert_exporter"] = "script",
        },
        ["help_links"] = new JsonArray(),
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
    };
}
