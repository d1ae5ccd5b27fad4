using System.Net;

namespace UserOps.Serving.Tests;

public sealed class SecurityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_printed_address_nothing_is_shown()
    {
        await using var served = await Served.StartAsync();
        using var browser = served.NewBrowser();
        foreach (string path in (string[])["/", "/form?notebook=a", "/reports/a.html", "/history", "/serve.js", "/runs/x", "/?token=" + new string('0', 64), "/?token="])
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_token_opens_once_and_the_cookie_stays_with_this_site_and_out_of_scripts()
    {
        await using var served = await Served.StartAsync();
        using var browser = served.NewBrowser();
        var address = served.Server.Address;
        var answer = await browser.GetAsync(address, Cancellation);
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/", Cancellation)).StatusCode);
        using var other = served.NewBrowser();
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_try_the_token_at_once_one_gets_in()
    {
        await using var served = await Served.StartAsync();
        var address = served.Server.Address;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var browser = served.NewBrowser();
            return (await browser.GetAsync(address, Cancellation)).StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    public async Task A_name_that_was_made_to_lead_here_is_refused(string host)
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host.Replace("{port}", $"{served.Server.Root.Port}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await browser.SendAsync(request, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_post_of_another_page_starts_nothing(string? origin)
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        var answer = await browser.PostAsync("/runs", origin, ("key", await browser.FormKeyAsync()), ("notebook", "a"), ("data", served["exports/may"]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(served.Program.Orders);
    }

    [Fact]
    public async Task A_post_without_the_key_of_the_form_starts_nothing()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/runs", browser.Origin(), ("key", "wrong"), ("notebook", "a"), ("data", served["exports/may"]))).StatusCode);
        Assert.Empty(served.Program.Orders);
    }

    [Fact]
    public async Task Every_answer_forbids_frames_foreign_scripts_and_guessing_of_types()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        foreach (string path in (string[])["/", "/reports/a.html", "/nothing", "/serve.js"])
        {
            var answer = await browser.GetAsync(path, Cancellation);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Theory]
    [InlineData("/reports/../secret.csv")]
    [InlineData("/reports/%2e%2e/secret.csv")]
    [InlineData("/reports/..%2fsecret.csv")]
    [InlineData("/reports//etc/passwd")]
    [InlineData("/reports/%2fetc%2fpasswd")]
    [InlineData("/reports/link.csv")]
    [InlineData("/reports/a.exe")]
    [InlineData("/reports/%00a.html")]
    public async Task No_file_outside_the_folder_of_reports_is_sent(string path)
    {
        await using var served = await Served.StartAsync();
        File.CreateSymbolicLink(served["out/link.csv"], served["secret.csv"]);
        File.WriteAllText(served["out/a.exe"], "x");
        using var browser = await served.OpenAsync();
        // The address is sent as it stands: a browser would tidy it up first.
        var answer = await browser.GetAsync(new Uri(browser.Origin() + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("may/../../secret.csv")]
    [InlineData("{root}/secret.csv")]
    [InlineData("link.csv")]
    [InlineData("linked")]
    [InlineData("mixed")]
    [InlineData("/etc")]
    [InlineData("")]
    public async Task No_export_outside_the_chosen_folders_is_opened(string path)
    {
        await using var served = await Served.StartAsync();
        File.CreateSymbolicLink(served["exports/link.csv"], served["secret.csv"]);
        Directory.CreateSymbolicLink(served["exports/linked"], "/etc");
        Directory.CreateDirectory(served["exports/mixed"]);
        File.CreateSymbolicLink(served["exports/mixed/x.csv"], served["secret.csv"]);
        using var browser = await served.OpenAsync();
        var answer = await browser.PostAsync("/runs", browser.Origin(), ("key", await browser.FormKeyAsync()), ("notebook", "a"), ("data", path.Replace("{root}", served[""].TrimEnd('/'), StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, 0), (answer.StatusCode, served.Program.Orders.Count));
    }

    [Fact]
    public async Task What_is_put_into_a_page_is_encoded()
    {
        await using var served = await Served.StartAsync();
        using var browser = await served.OpenAsync();
        string page = await browser.GetStringAsync("/form?notebook=a&path=" + Uri.EscapeDataString("<script>alert(1)</script>"), Cancellation).ContinueWith(task => task.IsFaulted ? "" : task.Result, TaskScheduler.Default);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("Do users &lt;come&gt; back?", await browser.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }
}
