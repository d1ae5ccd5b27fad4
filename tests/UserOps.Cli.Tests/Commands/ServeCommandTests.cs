using System.Diagnostics;
using System.Net;

namespace UserOps.Cli.Tests.Commands;

public class ServeCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_run_through_the_page_by_a_process_of_its_own()
    {
        using var work = Prepared();
        using var process = Start(work);
        using var browser = await OpenAsync(process);
        var answer = await OrderAsync(browser, window: "8");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("cell 2 of 2: done", await browser.GetStringAsync(answer.Headers.Location + "/events", Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"value\": 48", await browser.GetStringAsync("/reports/a.metrics.json", Cancellation), StringComparison.Ordinal);
        Assert.Contains("The report is ready.", await browser.GetStringAsync(answer.Headers.Location, Cancellation), StringComparison.Ordinal);
        process.Kill(entireProcessTree: true);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_told_as_the_command_line_tells_it()
    {
        using var work = Prepared();
        using var process = Start(work);
        using var browser = await OpenAsync(process);
        var answer = await OrderAsync(browser, window: "soon");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'window' is int", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        process.Kill(entireProcessTree: true);
    }

    [Theory]
    [InlineData("--data", "missing", "there is no such folder")]
    [InlineData("--port", "70000", "a port is a number from 1 to 65535")]
    [InlineData("--upload-limit", "0", "a number of megabytes from 1 on")]
    public async Task What_cannot_be_served_is_told_at_once(string option, string value, string message)
    {
        using var work = Prepared();
        var ended = await Cli.RunAsync("serve", option, value);
        Assert.Equal(2, ended.Code);
        Assert.Contains(message, ended.Messages, StringComparison.Ordinal);
    }

    private static Workplace Prepared()
    {
        var work = new Workplace();
        work.Notebook("notebooks/a.ipynb", "string data = \"\"; int window = 7;", "Report.Metric(\"answer\", window * 6, \"users\");");
        work.Write("exports/may/events.csv", "user_id,event,at\na,visit,2024-05-01\n");
        return work;
    }

    private static Process Start(Workplace work) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "UserOps.Cli.dll"), "serve", "--data", "exports"])
    {
        WorkingDirectory = work.Root,
        RedirectStandardOutput = true,
        Environment = { ["USEROPS_CACHE"] = work["cache"] },
    })!;

    /// <summary>Opens the address that the program prints.</summary>
    private static async Task<HttpClient> OpenAsync(Process process)
    {
        var address = new Uri((await process.StandardOutput.ReadLineAsync(Cancellation))!);
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new(address.GetLeftPart(UriPartial.Authority)) };
        (await browser.GetAsync(address, Cancellation)).EnsureSuccessStatusCode();
        return browser;
    }

    private static async Task<HttpResponseMessage> OrderAsync(HttpClient browser, string window)
    {
        string key = (await browser.GetStringAsync("/", Cancellation)).Split("name=\"key\" value=\"")[1].Split('"')[0];
        var fields = new Dictionary<string, string> { ["key"] = key, ["notebook"] = "a", ["data"] = "may", ["p.window"] = window };
        var request = new HttpRequestMessage(HttpMethod.Post, "/runs") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await browser.SendAsync(request, Cancellation);
    }
}
