using System.Diagnostics;

namespace UserOps.Reports.Delivery;

/// <summary>Prints a page to PDF with an installed browser, in a profile of its own that is gone afterwards.</summary>
internal static class PdfFile
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<string> WriteAsync(string page, string path, CancellationToken cancellation)
    {
        string browser = Chromium.Find();
        var profile = Directory.CreateTempSubdirectory("userops-print-");
        string printed = Path.Combine(profile.FullName, "page.pdf");
        try
        {
            await RunAsync(browser, [.. Arguments(profile.FullName, printed), new Uri(Path.GetFullPath(page)).AbsoluteUri], cancellation);
            if (!File.Exists(printed))
                throw new UserOpsException($"'{browser}' printed no PDF of '{page}'. Open the page in it and print from there, or name another browser in $USEROPS_CHROMIUM.");
            AtomicFile.Write(path, stream => stream.Write(File.ReadAllBytes(printed)));
            return path;
        }
        finally
        {
            Remove(profile);
        }
    }

    // The superuser's browser starts without its sandbox only, and the page is our own.
    private static IEnumerable<string> Arguments(string profile, string printed) =>
    [
        "--headless", "--disable-gpu", "--disable-extensions", "--no-first-run", "--no-pdf-header-footer", $"--user-data-dir={profile}", $"--print-to-pdf={printed}",
        .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : (string[])[],
    ];

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new UserOpsException($"'{program}' does not start. Name another browser in $USEROPS_CHROMIUM.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UserOpsException($"'{program}' did not finish printing within {Limit.TotalMinutes:0} minutes. Print the page by hand, or leave 'pdf' out.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // A browser may hold its profile for a moment after its end; what stays is temporary anyway.
    private static void Remove(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }
}
