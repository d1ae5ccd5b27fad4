using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UserOps.Serving.Tests;

public sealed class UploadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_of_an_export_are_kept_for_the_owner_under_names_made_here_and_can_be_chosen()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        var answer = await Upload(browser, await browser.FormKeyAsync(), ("../../evil/orders (May).csv", "user_id\n1\n"), ("C:\\x\\events.CSV.gz", "zip"), ("客户.xlsx", "x"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string folder = Uri.UnescapeDataString(answer.Headers.Location!.OriginalString["/?data=".Length..]);
        Assert.Equal(served["uploads"], Path.GetDirectoryName(folder));
        Assert.Matches(@"^uploaded-\d{4}-\d\d-\d\d-\d{6}-[0-9a-f]{4}$", Path.GetFileName(folder));
        Assert.Equal(["events.csv.gz", "orders__May_.csv", "客户.xlsx"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(served["uploads"]));
        Assert.Contains($"<option value=\"{folder}\" selected>uploaded-", await browser.GetStringAsync(answer.Headers.Location, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_beyond_the_limit_is_refused_and_nothing_is_kept()
    {
        await using var served = await Served.StartAsync(uploadLimit: 100_000);
        using var browser = await served.OpenAsync();
        var answer = await Upload(browser, await browser.FormKeyAsync(), ("orders.csv", new string('x', 500_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("larger than 100 kB", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
    }

    [Fact]
    public async Task An_upload_that_does_not_say_how_long_it_is_ends_at_the_limit_and_nothing_is_kept()
    {
        await using var served = await Served.StartAsync(uploadLimit: 100_000);
        using var browser = await served.OpenAsync();
        var answer = await Upload(browser, await browser.FormKeyAsync(), isChunked: true, ("orders.csv", new string('x', 500_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
    }

    [Fact]
    public async Task Five_gigabytes_are_refused_before_they_are_sent()
    {
        await using var served = await Served.StartAsync();
        string cookie = await Cookie(served);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", served.Server.Root.Port, Cancellation);
        var stream = client.GetStream();
        string head = $"POST /uploads HTTP/1.1\r\nHost: 127.0.0.1:{served.Server.Root.Port}\r\nOrigin: http://127.0.0.1:{served.Server.Root.Port}\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5368709120\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync(Cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
    }

    [Fact]
    public async Task Where_nothing_can_be_stored_the_upload_is_refused_with_the_reason()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        Directory.Delete(served["uploads"]);
        File.WriteAllText(served["uploads"], "a file where the folder was");
        await RefusedAsync(await Upload(browser, await browser.FormKeyAsync(), isChunked: true, ("orders.csv", "user_id\n1\n")), "Nothing of it was kept. Free space, then try again.");
    }

    [Fact]
    public async Task A_full_disk_is_told_whether_the_upload_says_how_long_it_is_or_not_and_nothing_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "A small file system can be mounted by the administrator alone.");
        await using var served = await Served.StartAsync();
        Assert.SkipUnless(Succeeds("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", served["uploads"]), "Mounting is not allowed here.");
        try
        {
            using var browser = await served.OpenAsync();
            string key = await browser.FormKeyAsync();
            (string, string) large = ("orders.csv", new string('x', 600_000));
            await RefusedAsync(await Upload(browser, key, large), "The disk has too little space for this upload.");
            await RefusedAsync(await Upload(browser, key, isChunked: true, large), "No space left on device");
            Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
        }
        finally
        {
            Succeeds("umount", served["uploads"]);
        }
    }

    [Fact]
    public async Task A_broken_upload_leaves_nothing()
    {
        await using var served = await Served.StartAsync();
        string cookie = await Cookie(served);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", served.Server.Root.Port, Cancellation);
            string head = $"POST /uploads HTTP/1.1\r\nHost: 127.0.0.1:{served.Server.Root.Port}\r\nOrigin: http://127.0.0.1:{served.Server.Root.Port}\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 50000\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n"), Cancellation);
            while (Directory.GetFileSystemEntries(served["uploads"]).Length == 0)
                await Task.Delay(10, Cancellation);
        }
        while (Directory.GetFileSystemEntries(served["uploads"]).Length > 0)
            await Task.Delay(10, Cancellation);
    }

    [Fact]
    public async Task A_file_that_no_export_is_read_from_is_refused()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        var answer = await Upload(browser, await browser.FormKeyAsync(), ("run.sh", "rm"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'run.sh' is no file", System.Net.WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
    }

    [Fact]
    public async Task An_upload_without_the_key_of_the_form_keeps_nothing()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload(browser, "wrong", ("orders.csv", "a\n"))).StatusCode);
        Assert.Empty(Directory.GetFileSystemEntries(served["uploads"]));
    }

    private static Task<HttpResponseMessage> Upload(HttpClient browser, string key, params (string Name, string Text)[] files) => Upload(browser, key, isChunked: false, files);

    private static async Task<HttpResponseMessage> Upload(HttpClient browser, string key, bool isChunked, params (string Name, string Text)[] files)
    {
        var form = new StringBuilder($"--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n");
        foreach (var (name, text) in files)
            form.Append(CultureInfo.InvariantCulture, $"--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"\r\nContent-Type: text/csv\r\n\r\n{text}\r\n");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(form.Append("--b--\r\n").ToString()));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        request.Headers.Add("Origin", browser.Origin());
        request.Headers.ExpectContinue = true;
        return await browser.SendAsync(request, Cancellation);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string reason)
    {
        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains(reason, await answer.TextAsync(), StringComparison.Ordinal);
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task<string> Cookie(Served served)
    {
        using var browser = served.NewBrowser();
        return (await browser.GetAsync(served.Server.Address, Cancellation)).Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }
}
