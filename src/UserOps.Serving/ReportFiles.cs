using Microsoft.AspNetCore.Http;

namespace UserOps.Serving;

/// <summary>The files of finished reports, and nothing else.</summary>
internal sealed class ReportFiles(string folder)
{
    // Reports carry all that they need; those of kept runs share the library of their charts. They may load nothing else and send nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'self'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".ipynb"] = "application/x-ipynb+json",
        [".md"] = "text/markdown; charset=utf-8",
        [".log"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".png"] = "image/png",
        [".pdf"] = "application/pdf",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>Sends a file, or nothing where there is none.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TrySendAsync(HttpContext context, string path)
    {
        if (Find(path) is not { } file || !Types.TryGetValue(Path.GetExtension(file), out string? type))
            return false;
        context.Response.ContentType = type;
        if (type.StartsWith("text/html", StringComparison.Ordinal))
            context.Response.Headers.ContentSecurityPolicy = Policy;
        else if (type is not ("image/png" or "application/json") && !type.StartsWith("text/javascript", StringComparison.Ordinal))
            context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(Path.GetFileName(file))}";
        await context.Response.SendFileAsync(file);
        return true;
    }

    public bool Has(string path) => Find(path) is not null;

    private string? Find(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        string full = Path.GetFullPath(Path.Combine(folder, path));
        return File.Exists(full) && RealPath.IsWithin(RealPath.Of(full), RealPath.Of(folder)) ? full : null;
    }
}
