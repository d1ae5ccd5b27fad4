using System.Net;
using UserOps.Reports.Languages;
using UserOps.Testing;

namespace UserOps.Serving.Tests;

/// <summary>A served page with folders of its own, and a browser's side of it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private Served(TemporaryFolder folder, ReportServer server, StandIn program) => (_folder, Server, Program) = (folder, server, program);

    public ReportServer Server { get; }

    public StandIn Program { get; }

    public string this[string name] => _folder[name];

    public static async Task<Served> StartAsync(long uploadLimit = 1_000_000, Language language = Language.English)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["exports/may"]);
        File.WriteAllText(folder["exports/may/events.csv"], "user_id,event,at\n");
        File.WriteAllText(folder["exports/orders.csv"], "user_id,amount,at\n");
        File.WriteAllText(folder["secret.csv"], "a\n");
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(folder["out/a.html"], "<!DOCTYPE html><title>Report A</title>");
        var program = new StandIn();
        var options = new ServeOptions { Data = [folder["exports"]], Out = folder["out"], Uploads = folder["uploads"], UploadLimit = uploadLimit, Language = language };
        return new(folder, await ReportServer.StartAsync(options, program, TestContext.Current.CancellationToken), program);
    }

    /// <summary>A browser that has opened nothing yet.</summary>
    public HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Server.Root };

    /// <summary>A browser that has opened the printed address.</summary>
    public async Task<HttpClient> OpenAsync()
    {
        var browser = NewBrowser();
        (await browser.GetAsync(Server.Address)).EnsureSuccessStatusCode();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A program that runs nothing, and takes as long as a test wants.</summary>
internal sealed class StandIn : IReportProgram
{
    public IReadOnlyList<ServedNotebook> Notebooks { get; } =
    [
        new("a", "Do users <come> back?", [new("data", "string", "\"x\"", "a file"), new("windowDays", "int", "7", "how long"), new("steps", "string[]", "[]", "event names"), new("byContract", "bool", "false", null)]),
        new("b", "Who leaves?", []),
    ];

    public TaskCompletionSource<int> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The name under which the run is said to be kept.</summary>
    public string? Kept { get; set; }

    public List<RunOrder> Orders { get; } = [];

    public bool WasCancelled { get; private set; }

    public IReadOnlyList<string> Check(RunOrder order) =>
        order.Values.TryGetValue("windowDays", out var days) && !int.TryParse(days[0], out _) ? ["a: 'windowDays' is int; found 'soon'."] : [];

    public async Task<RunResult> RunAsync(RunOrder order, IProgress<string> lines, CancellationToken cancellation)
    {
        Orders.Add(order);
        lines.Report("  cell 1 of 2: done in 0.1 s");
        try
        {
            return new(await End.Task.WaitAsync(cancellation), Kept);
        }
        catch (OperationCanceledException)
        {
            WasCancelled = true;
            throw;
        }
    }
}

/// <summary>What a browser does.</summary>
internal static class Browser
{
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient browser, string path, string? origin, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static string Origin(this HttpClient browser) => browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static async Task<string> FormKeyAsync(this HttpClient browser)
    {
        string page = await browser.GetStringAsync("/", TestContext.Current.CancellationToken);
        return page.Split("name=\"key\" value=\"")[1].Split('"')[0];
    }

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
