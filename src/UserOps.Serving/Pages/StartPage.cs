using UserOps.Reports.Pages;

namespace UserOps.Serving.Pages;

/// <summary>The first page: which export, which notebook; or another file from this computer.</summary>
internal static class StartPage
{
    public static string Write(IReadOnlyList<ServedExport> exports, IReadOnlyList<ServedNotebook> notebooks, string chosen, string formKey, long uploadLimit, string? problem = null) => Frame.Write("New report", Markup.Of($"""
        <h1>New report</h1>
        {Problems.Write(problem is null ? [] : [problem])}
        <form action="/form" method="get" class="ask">
        <div class="field">
        <label for="data">Export</label>
        <select id="data" name="data">
        {Markup.ForEach(exports, export => Markup.Of($"<option value=\"{export.Path}\"{Markup.If(export.Path == chosen, " selected")}>{export.Label}</option>"))}
        </select>
        </div>
        <div class="field">
        <label for="path">or its path</label>
        <input id="path" name="path" type="text" autocomplete="off" spellcheck="false" aria-describedby="path-hint">
        <p class="hint" id="path-hint">A file or a folder inside the folders that this page may read. Leave it empty to use the list.</p>
        </div>
        <fieldset class="field"><legend>Question</legend>
        {Markup.ForEach(notebooks.Index(), entry => Choice(entry.Item, entry.Index == 0))}
        </fieldset>
        <p><button type="submit" class="main">Go on to the settings</button></p>
        </form>
        <section class="upload">
        <h2>Upload an export</h2>
        <form action="/uploads" method="post" enctype="multipart/form-data" class="ask" data-limit="{uploadLimit}">
        <input type="hidden" name="key" value="{formKey}">
        <div class="field">
        <label for="files">Files of one export</label>
        <input id="files" name="files" type="file" multiple required accept=".csv,.tsv,.txt,.gz,.xlsx,.parquet,.duckdb" aria-describedby="files-hint">
        <p class="hint" id="files-hint">CSV and its kin (also .gz), xlsx, Parquet or DuckDB; {Size.Words(uploadLimit)} at most. They stay on this computer.</p>
        </div>
        <p><button type="submit">Upload</button> <span role="status" class="progress"></span></p>
        </form>
        </section>
        """));

    private static Markup Choice(ServedNotebook notebook, bool isFirst) => Markup.Of($"""
        <label class="choice"><input type="radio" name="notebook" value="{notebook.Name}"{Markup.If(isFirst, " checked")}> <span><b>{notebook.Title}</b> <small>{notebook.Name}</small></span></label>
        """);
}
