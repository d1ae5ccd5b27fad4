using System.Text.Json;

namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>A message that came in, its signature verified.</summary>
/// <param name="Identities">Who sent it: the frames that lead a reply back.</param>
/// <param name="Type">What is asked, such as <c>execute_request</c>.</param>
/// <param name="Header">Its header, which answers carry as their parent.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(IReadOnlyList<byte[]> Identities, string Type, JsonElement Header, JsonElement Content);
