using System.Text.Json;
using UserOps.Data;

namespace UserOps.Cli.Checking;

/// <summary>How an export was read, for programs.</summary>
internal static class CheckJson
{
    public static string Write(Dataset opened, IReadOnlyList<Feeding> notebooks)
    {
        var quality = opened.Quality;
        return JsonSerializer.Serialize(new
        {
            ServesAs = opened.Kinds.Select(kind => kind.ToString().ToLowerInvariant()),
            Tables = quality.Tables.Zip(quality.Facts, (reading, values) => new { Reading = reading, Values = values }),
            quality.Warnings,
            Notebooks = notebooks.Select(fed => new { fed.Notebook, CanRun = fed.Findings?.IsMet, fed.Findings?.CanAnswer, fed.Findings?.Problems, fed.Findings?.Blanks }),
            Data = JsonSerializer.SerializeToNode(quality.Identity, Json.Indented),
        }, Json.Indented);
    }
}
