using UserOps.Reports.Pages;
using UserOps.Serving.Languages;

namespace UserOps.Serving.Pages;

/// <summary>The first page: which export, which notebook; or another file from this computer.</summary>
internal static class StartPage
{
    public static string Write(ServedWords words, IReadOnlyList<ServedExport> exports, IReadOnlyList<ServedNotebook> notebooks, string chosen, string formKey, long uploadLimit, string? problem = null) => Frame.Write(words, words.NewReport, Markup.Of($"""
        <h1>{words.NewReport}</h1>
        {Problems.Write(words, problem is null ? [] : [problem])}
        <form action="/form" method="get" class="ask">
        <div class="field">
        <label for="data">{words.Export}</label>
        <select id="data" name="data">
        {Markup.ForEach(exports, export => Markup.Of($"<option value=\"{export.Path}\"{Markup.If(export.Path == chosen, " selected")}>{export.Label}</option>"))}
        </select>
        </div>
        <div class="field">
        <label for="path">{words.OrItsPath}</label>
        <input id="path" name="path" type="text" autocomplete="off" spellcheck="false" aria-describedby="path-hint">
        <p class="hint" id="path-hint">{words.PathHint}</p>
        </div>
        <fieldset class="field"><legend>{words.Question}</legend>
        {Markup.ForEach(notebooks.Index(), entry => Choice(entry.Item, entry.Index == 0))}
        </fieldset>
        <p><button type="submit" class="main">{words.ToSettings}</button></p>
        </form>
        <section class="upload">
        <h2>{words.UploadExport}</h2>
        <form action="/uploads" method="post" enctype="multipart/form-data" class="ask" data-limit="{uploadLimit}" data-large="{words.TooLargeToSend}" data-sending="{words.Uploading}">
        <input type="hidden" name="key" value="{formKey}">
        <div class="field">
        <label for="files">{words.FilesOfExport}</label>
        <input id="files" name="files" type="file" multiple required accept=".csv,.tsv,.txt,.gz,.xlsx,.parquet,.duckdb" aria-describedby="files-hint">
        <p class="hint" id="files-hint">{words.FilesHint(Size.Words(uploadLimit))}</p>
        </div>
        <p><button type="submit">{words.Upload}</button> <span role="status" class="progress"></span></p>
        </form>
        </section>
        """));

    private static Markup Choice(ServedNotebook notebook, bool isFirst) => Markup.Of($"""
        <label class="choice"><input type="radio" name="notebook" value="{notebook.Name}"{Markup.If(isFirst, " checked")}> <span><b>{notebook.Title}</b> <small>{notebook.Name}</small></span></label>
        """);
}
