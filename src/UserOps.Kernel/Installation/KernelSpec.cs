using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Kernel.Installation;

/// <summary>A kernel as Jupyter finds it: a folder with <c>kernel.json</c>.</summary>
/// <param name="Folder">The folder; its name is the kernel's.</param>
/// <param name="Arguments">How it is started, <c>{connection_file}</c> among them.</param>
/// <param name="Environment">Variables that it is started with.</param>
/// <param name="IsOurs">Whether this program wrote it.</param>
public sealed record KernelSpec(string Folder, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, bool IsOurs)
{
    internal const string File = "kernel.json";
    private const string Mark = "userops";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The name by which notebooks ask for it.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>The text of <c>kernel.json</c> for this program under a name that people read.</summary>
    internal static string Write(KernelProgram program, string displayName) => new JsonObject
    {
        ["argv"] = new JsonArray([.. program.Arguments.Concat(["kernel", "start", "{connection_file}"]).Select(word => (JsonNode)word)]),
        ["display_name"] = displayName,
        ["language"] = "C#",
        // A signal would end the program on Windows.
        ["interrupt_mode"] = "message",
        // Every cell brings new code, and by default .NET puts the better compilation of busy code off as long as new code comes within 100 ms; here it waits 16 (0x10).
        ["env"] = new JsonObject { ["DOTNET_ROOT"] = program.DotnetRoot, ["DOTNET_TC_CallCountingDelayMs"] = "10" },
        ["metadata"] = new JsonObject { [Mark] = true, ["debugger"] = false },
    }.ToJsonString(Indented) + "\n";

    /// <summary>Reads the kernel in a folder; null when there is none. What cannot be read is somebody else's.</summary>
    internal static KernelSpec? TryRead(string folder)
    {
        string path = Path.Combine(folder, File);
        if (!Path.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            var spec = json.RootElement;
            bool isOurs = spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty("metadata", out var metadata) && metadata.Flag(Mark) == true;
            return new(folder, [.. spec.Items("argv").Select(word => word.ToString())], spec.Properties("env").ToDictionary(one => one.Name, one => one.Value.ToString()), isOurs);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return new(folder, [], new Dictionary<string, string>(), false);
        }
    }
}
