using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using UserOps.Reports.Runs;
using UserOps.Serving.Languages;
using UserOps.Serving.Pages;
using UserOps.Serving.Running;
using UserOps.Serving.Security;

namespace UserOps.Serving;

/// <summary>What stands at which address.</summary>
internal sealed class Routes(ServeOptions options, IReportProgram program, AccessKeys keys, RunDesk desk, Uploads uploads, ServedWords words)
{
    private const string Field = "p.";

    private readonly ExportShelf _exports = new([.. options.Data, options.Uploads], words);
    private readonly ReportFiles _reports = new(options.Out);

    public void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => Start(context, context.Request.Query["data"].FirstOrDefault() ?? ""));
        app.MapGet("/form", (HttpContext context) => Form(context));
        app.MapPost("/runs", (HttpContext context) => Order(context));
        app.MapGet("/runs/{id}", (HttpContext context, string id) => desk.Find(id) is { } run ? Answer.PageAsync(context, RunPage.Write(words, run, Compared(run), keys.FormKey)) : Missing(context));
        app.MapGet("/runs/{id}/events", (HttpContext context, string id) => desk.Find(id) is { } run ? Events(context, run, app.Lifetime.ApplicationStopping) : Missing(context));
        app.MapPost("/runs/{id}/cancel", (HttpContext context, string id) => Cancel(context, id));
        app.MapPost("/uploads", (HttpContext context) => Upload(context));
        app.MapGet("/history", (HttpContext context) => Answer.PageAsync(context, HistoryPage.Write(words, KeptRuns.In(options.Out), hasCharts: _reports.Has("history.html"))));
        app.MapGet("/compare", (HttpContext context) => Compare(context));
        app.MapGet("/reports/{**path}", async (HttpContext context, string path) =>
        {
            if (!await _reports.TrySendAsync(context, path))
                await Answer.MessageAsync(context, words, StatusCodes.Status404NotFound, words.NoReport);
        });
        app.MapGet("/serve.js", (HttpContext context) =>
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            return context.Response.WriteAsync(Frame.Script);
        });
        app.MapFallback((HttpContext context) => Missing(context));
    }

    private Task Start(HttpContext context, string chosen, string? problem = null) => Answer.PageAsync(context,
        StartPage.Write(words, _exports.List(), program.Notebooks, chosen, keys.FormKey, options.UploadLimit, problem), problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private Task Form(HttpContext context)
    {
        var query = context.Request.Query;
        string written = query["path"].FirstOrDefault() is { Length: > 0 } path ? path.Trim() : query["data"].FirstOrDefault() ?? "";
        if (Notebook(query["notebook"].FirstOrDefault()) is not { } notebook)
            return Start(context, written, words.ChooseQuestion);
        try
        {
            return Answer.PageAsync(context, FormPage.Write(words, notebook, _exports.Resolve(written), new Dictionary<string, string>(), [], keys.FormKey));
        }
        catch (UserOpsException problem)
        {
            return Start(context, "", problem.Message);
        }
    }

    private async Task Order(HttpContext context)
    {
        if (await ReadForm(context) is not { } form)
            return;
        try
        {
            if (Notebook(form["notebook"]) is not { } notebook)
                throw new UserOpsException(words.ChooseQuestion);
            var given = FormPage.Asked(notebook).ToDictionary(parameter => parameter.Name, parameter => form[Field + parameter.Name].FirstOrDefault()?.Trim() ?? "");
            var order = new RunOrder(notebook.Name, _exports.Resolve(form["data"].FirstOrDefault() ?? ""), Values(notebook, given));
            if (program.Check(order) is { Count: > 0 } problems)
                await Answer.PageAsync(context, FormPage.Write(words, notebook, order.Data, given, problems, keys.FormKey), StatusCodes.Status400BadRequest);
            else if (desk.TryStart(order, notebook.Title) is { } run)
                Answer.SeeOther(context, $"/runs/{run.Id}");
            else
                await Busy(context);
        }
        catch (UserOpsException problem)
        {
            await Start(context, "", problem.Message);
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(ServedNotebook notebook, Dictionary<string, string> given) => FormPage.Asked(notebook)
        .Where(parameter => given[parameter.Name].Length > 0)
        .ToDictionary(parameter => parameter.Name, parameter => (IReadOnlyList<string>)(FormPage.IsList(parameter)
            ? given[parameter.Name].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [given[parameter.Name]]));

    private Task Compare(HttpContext context)
    {
        var runs = KeptRuns.In(options.Out);
        FinishedRun?[] chosen = [runs.Find(context.Request.Query["old"].FirstOrDefault()), runs.Find(context.Request.Query["new"].FirstOrDefault())];
        if (chosen is not [{ } first, { } second] || first.Id == second.Id)
            return Answer.PageAsync(context, ComparePage.Write(words, runs, chosen[0], chosen[1], words.ChooseTwo), StatusCodes.Status400BadRequest);
        // Whichever way round they were chosen, the earlier one comes first.
        var (old, later) = first.Record.Started <= second.Record.Started ? (first, second) : (second, first);
        try
        {
            return Answer.PageAsync(context, ComparePage.Write(words, runs, old, later));
        }
        catch (UserOpsException problem)
        {
            return Answer.PageAsync(context, ComparePage.Write(words, runs, old, later, problem.Message), StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The address that compares what a run left with the run before; null where there is nothing to compare.</summary>
    private string? Compared(ServedRun run)
    {
        var runs = KeptRuns.In(options.Out);
        return runs.Find(run.Kept) is { } kept && runs.Before(kept) is { } before ? RunText.Comparison(before, kept) : null;
    }

    private async Task Cancel(HttpContext context, string id)
    {
        if (await ReadForm(context) is null)
            return;
        if (desk.Find(id) is not { } run)
        {
            await Missing(context);
            return;
        }
        desk.Cancel(run);
        Answer.SeeOther(context, $"/runs/{run.Id}");
    }

    private async Task Upload(HttpContext context)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = options.UploadLimit + Uploads.Overhead;
        try
        {
            string folder = await uploads.StoreAsync(context.Request, context.RequestAborted);
            Answer.SeeOther(context, "/?data=" + Uri.EscapeDataString(folder));
        }
        catch (UploadRefusedException refused)
        {
            context.Response.Headers.Connection = "close";
            await Answer.MessageAsync(context, words, refused.Status, new(words.UploadNotTaken, refused.Message));
        }
    }

    private static async Task Events(HttpContext context, ServedRun run, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        int from = int.TryParse(context.Request.Query["from"], out int position) && position > 0 ? position : 0;
        try
        {
            await foreach (var (line, share) in run.FollowAsync(from, over.Token))
            {
                await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(new { line, share })}\n\n", over.Token);
                await context.Response.Body.FlushAsync(over.Token);
            }
            await context.Response.WriteAsync("event: end\ndata: {}\n\n", over.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>The posted form, if it is one of this page; else the answer is given already.</summary>
    private async Task<IFormCollection?> ReadForm(HttpContext context)
    {
        if (context.Request.HasFormContentType && await context.Request.ReadFormAsync(context.RequestAborted) is var form && keys.IsFormKey(form["key"]))
            return form;
        await Answer.MessageAsync(context, words, StatusCodes.Status403Forbidden, words.NotFromHere);
        return null;
    }

    private ServedNotebook? Notebook(string? name) => program.Notebooks.FirstOrDefault(notebook => notebook.Name == name);

    private Task Busy(HttpContext context) => Answer.PageAsync(context, Frame.Write(words, words.Busy.Title, UserOps.Reports.Pages.Markup.Of($"""
        <div class="failure" role="alert"><h1>{words.Busy.Title}</h1><p>{words.Busy.Text}{(desk.Running is { } run
            ? UserOps.Reports.Pages.Markup.Of($"<a href=\"/runs/{run.Id}\">{words.LookAtIt}</a>{words.WaitOrStop}")
            : UserOps.Reports.Pages.Markup.Of($"{words.JustEnded}"))}</p></div>
        """)), StatusCodes.Status409Conflict);

    private Task Missing(HttpContext context) => Answer.MessageAsync(context, words, StatusCodes.Status404NotFound, words.NothingHere);
}
