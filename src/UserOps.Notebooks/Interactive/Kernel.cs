using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;
using UserOps.Display;
using UserOps.Notebooks;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;

namespace Microsoft.DotNet.Interactive;

/// <summary>What cells call by bare names: <c>display(x)</c>, <c>HTML("…")</c>, <c>await GetInputAsync("…")</c>.</summary>
/// <remarks>The names are those of Polyglot notebooks, so that the same notebook runs in either.</remarks>
[SuppressMessage("Style", "IDE1006:Naming Styles", Justification = "Notebooks call display.")]
public static class Kernel
{
    /// <summary>Shows a value, in the given MIME types or in those that suit it.</summary>
    /// <returns>What is shown, to be updated later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Marks text as HTML that is shown as it is.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => Show(MimeBundle.Html, $"<style>{content}</style>");

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string scriptContent) => Show(MimeBundle.Html, $"<script type=\"text/javascript\">{scriptContent}</script>");

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Whether it stays until the next output comes, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => CellContext.Current?.Show(new CellOutput.Clear(wait));

    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="typeHint">What is asked for; <c>password</c> hides the answer.</param>
    /// <exception cref="NotebookException">Nobody is there to answer.</exception>
    public static async Task<string?> GetInputAsync(string prompt = "", string typeHint = "text") =>
        await Context.AskAsync(prompt, typeHint == "password").ConfigureAwait(true);

    /// <summary>Asks for a password.</summary>
    /// <exception cref="NotebookException">Nobody is there to answer.</exception>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        new(await Context.AskAsync(prompt, isPassword: true).ConfigureAwait(true) ?? "");

    private static CellContext Context => CellContext.Current ?? throw new NotebookException("Only code of a running notebook can ask for input.");

    private static void Show(string mimeType, string content) =>
        CellContext.Current?.Show(new CellOutput.Display(MimeBundle.Of("").With(mimeType, content)));
}
