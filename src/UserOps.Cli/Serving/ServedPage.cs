using UserOps.Cli.Reporting;
using UserOps.Cli.Terminals;
using UserOps.Data.Cache;
using UserOps.Reports.Languages;
using UserOps.Serving;

namespace UserOps.Cli.Serving;

/// <summary>Starts the page, says where it is, and ends it with Ctrl+C.</summary>
internal static class ServedPage
{
    private static readonly string[] UsualFolders = ["exports", "data-samples"];

    public static async Task<int> RunAsync(IReadOnlyList<string> data, string outFolder, int port, int uploadMegabytes, Language language, Terminal terminal, CancellationToken cancellation)
    {
        if (port is < 0 or > 65535)
            throw new UserOpsException($"--port {port}: a port is a number from 1 to 65535.");
        if (uploadMegabytes < 1)
            throw new UserOpsException($"--upload-limit {uploadMegabytes}: a number of megabytes from 1 on is needed.");
        var options = new ServeOptions
        {
            Data = Folders(data),
            Out = Path.GetFullPath(outFolder),
            Uploads = CacheFolder.Uploads,
            Port = port,
            Language = language,
            UploadLimit = uploadMegabytes * 1_000_000L,
        };
        await using var server = await ReportServer.StartAsync(options, new ProgramReports(options.Out, language), cancellation);
        terminal.Messages.WriteLine($"Exports are chosen from: {string.Join(", ", options.Data)}. Reports go to: {options.Out}.");
        terminal.Messages.WriteLine("Open this address in a browser on this computer; it opens once. Ctrl+C ends.");
        terminal.Results.WriteLine(server.Address);
        terminal.Results.Flush();
        await server.WaitAsync(cancellation);
        return ExitCode.Ok;
    }

    private static string[] Folders(IReadOnlyList<string> given)
    {
        var problems = new Problems();
        foreach (string folder in given.Where(folder => !Directory.Exists(folder)))
            problems.Add($"--data {folder}: there is no such folder (looked in '{Environment.CurrentDirectory}').");
        problems.ThrowIfAny();
        if (given.Count > 0)
            return [.. given.Select(Path.GetFullPath)];
        string[] usual = [.. UsualFolders.Select(NotebookFinder.Nearest).OfType<string>()];
        return usual.Length > 0 ? usual : [Environment.CurrentDirectory];
    }
}
