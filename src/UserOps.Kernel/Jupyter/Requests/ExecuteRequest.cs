using System.Text.Json;

namespace UserOps.Kernel.Jupyter.Requests;

/// <summary>What a client asks to run, and how.</summary>
/// <param name="Code">The code of the cell.</param>
/// <param name="IsSilent">Whether nothing of it is to be seen.</param>
/// <param name="IsStored">Whether it takes a number and goes into the history.</param>
/// <param name="Expressions">Expressions to evaluate afterwards, by name.</param>
/// <param name="AllowsInput">Whether the client answers questions.</param>
/// <param name="StopsOnError">Whether the cells that wait are not to run when it fails.</param>
internal sealed record ExecuteRequest(
    string Code, bool IsSilent, bool IsStored, IReadOnlyList<(string Name, string Code)> Expressions, bool AllowsInput, bool StopsOnError)
{
    public static ExecuteRequest Read(JsonElement content)
    {
        bool isSilent = content.Flag("silent") ?? false;
        return new(
            content.Text("code")?.ReplaceLineEndings("\n") ?? "",
            isSilent,
            !isSilent && (content.Flag("store_history") ?? true),
            [.. content.Properties("user_expressions").Where(one => one.Value.ValueKind == JsonValueKind.String).Select(one => (one.Name, one.Value.GetString()!))],
            content.Flag("allow_stdin") ?? false,
            content.Flag("stop_on_error") ?? true);
    }
}
