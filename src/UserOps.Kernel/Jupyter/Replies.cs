using System.Text.Json.Nodes;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Jupyter;

/// <summary>The contents of replies.</summary>
internal static class Replies
{
    /// <summary>It went well.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>It went wrong.</summary>
    public static JsonObject Error(string name, string message) => Error(new(name, message, [message]));

    /// <summary>It went wrong.</summary>
    public static JsonObject Error(CellOutput.Error error) => new()
    {
        ["status"] = "error",
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };
}
