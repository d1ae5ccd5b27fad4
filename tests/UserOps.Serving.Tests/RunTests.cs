using System.Net;
using UserOps.Serving.Running;

namespace UserOps.Serving.Tests;

public sealed class RunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_offers_the_exports_inside_the_folders_and_the_notebooks()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string page = await browser.GetStringAsync("/", Cancellation);
        foreach (string part in (string[])["exports (orders.csv)", "exports/may (events.csv)", "exports/orders.csv", "Who leaves?"])
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_parameter_is_a_labelled_field_and_what_stays_empty_keeps_its_default()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string form = await browser.GetStringAsync("/form?notebook=a&data=may", Cancellation);
        foreach (string part in (string[])["<label for=\"p-windowDays\">", "inputmode=\"numeric\" id=\"p-windowDays\"", "Default: 7", "<textarea", "<select id=\"p-byContract\"", "how long"])
            Assert.Contains(part, form, StringComparison.Ordinal);
        Assert.DoesNotContain("p-data", form, StringComparison.Ordinal);
        await Start(served, browser, ("p.windowDays", ""), ("p.steps", "visit\r\n\r\n pay "), ("p.byContract", "true"));
        var order = Assert.Single(served.Program.Orders);
        Assert.Equal(["steps", "byContract"], order.Values.Keys);
        Assert.Equal(["visit", "pay"], order.Values["steps"]);
        Assert.Equal(served["exports/may"], order.Data);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_comes_back_with_the_form_and_its_field_marked()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        var answer = await browser.PostAsync("/runs", browser.Origin(), ("key", await browser.FormKeyAsync()), ("notebook", "a"), ("data", "may"), ("p.windowDays", "soon"));
        string page = WebUtility.HtmlDecode(await answer.TextAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'windowDays' is int", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" value=\"soon\"", page, StringComparison.Ordinal);
        Assert.Empty(served.Program.Orders);
    }

    [Fact]
    public async Task Progress_comes_live_and_the_end_leads_to_the_report()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string run = await Start(served, browser);
        using var events = new StreamReader(await browser.GetStreamAsync(run + "/events", Cancellation));
        Assert.Equal("data: {\"line\":\"  cell 1 of 2: done in 0.1 s\",\"share\":0.5}", await events.ReadLineAsync(Cancellation));
        Assert.Contains("Stop this run", await browser.GetStringAsync(run, Cancellation), StringComparison.Ordinal);
        served.Program.End.SetResult(0);
        Assert.Contains("event: end", await events.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        string page = await browser.GetStringAsync(run, Cancellation);
        Assert.Contains("<a class=\"button main\" href=\"/reports/a.html\">Read the report</a>", page, StringComparison.Ordinal);
        Assert.Contains("Report A", await browser.GetStringAsync("/reports/a.html", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "A cell failed")]
    [InlineData(2, "There is no usable report")]
    public async Task A_run_that_fails_says_so(int code, string words)
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string run = await Start(served, browser);
        served.Program.End.SetResult(code);
        await browser.GetStringAsync(run + "/events", Cancellation);
        Assert.Contains(words, await browser.GetStringAsync(run, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03-core-path: cell 2 of 8: done in 0.1 s")]
    [InlineData("03-core-path：第 2/8 个单元格：完成，用时 0.1 s")]
    public void How_far_a_run_is_is_read_from_its_lines_in_either_language(string line)
    {
        var run = new ServedRun("1", "Path", new("03-core-path", "may", new Dictionary<string, IReadOnlyList<string>>()));
        run.Say(line);
        Assert.Equal(0.25, run.Share);
    }

    [Fact]
    public async Task One_report_runs_at_a_time_and_another_is_told_so()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string run = await Start(served, browser);
        var second = await browser.PostAsync("/runs", browser.Origin(), ("key", await browser.FormKeyAsync()), ("notebook", "b"), ("data", "may"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains(run, await second.TextAsync(), StringComparison.Ordinal);
        Assert.Single(served.Program.Orders);
    }

    [Fact]
    public async Task A_run_can_be_stopped_and_then_another_started()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string run = await Start(served, browser);
        await browser.PostAsync(run + "/cancel", browser.Origin(), ("key", await browser.FormKeyAsync()));
        await browser.GetStringAsync(run + "/events", Cancellation);
        Assert.True(served.Program.WasCancelled);
        Assert.Contains("Stopped.", await browser.GetStringAsync(run, Cancellation), StringComparison.Ordinal);
        await Start(served, browser);
        Assert.Equal(2, served.Program.Orders.Count);
    }

    [Fact]
    public async Task The_end_of_the_server_ends_its_run()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        await Start(served, browser);
        await served.Server.DisposeAsync();
        Assert.True(served.Program.WasCancelled);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_plainly()
    {
        await using var served = await Served.StartAsync();
        var options = new ServeOptions { Data = [served["exports"]], Out = served["out"], Uploads = served["uploads2"], Port = served.Server.Root.Port };
        var problem = await Assert.ThrowsAsync<UserOpsException>(() => ReportServer.StartAsync(options, served.Program, Cancellation));
        Assert.Contains("Name another with --port", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Start(Served served, HttpClient browser, params (string Name, string Value)[] fields)
    {
        int before = served.Program.Orders.Count;
        var answer = await browser.PostAsync("/runs", browser.Origin(), [("key", await browser.FormKeyAsync()), ("notebook", "a"), ("data", "may"), .. fields]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        while (served.Program.Orders.Count == before)
            await Task.Delay(5, Cancellation);
        return answer.Headers.Location!.OriginalString;
    }
}
