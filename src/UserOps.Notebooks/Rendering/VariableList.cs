using UserOps.Display;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Rendering;

/// <summary>Variables with types and values in one line each.</summary>
internal static class VariableList
{
    private const int ValueLimit = 100;

    public static IReadOnlyList<NotebookVariable> Of(IEnumerable<ScriptVariable> variables) =>
        [.. variables.Select(variable => new NotebookVariable(variable.Name, TypeText.Of(variable.Type), Short(variable.Value)))];

    /// <summary>The value in short; of one that cannot be shown, why.</summary>
    private static string Short(object? value)
    {
        string text = Text(value).ReplaceLineEndings(" ");
        return text.Length <= ValueLimit ? text : text[..ValueLimit] + "…";
    }

    private static string Text(object? value)
    {
        try
        {
            return ValueRenderer.Render(value)[MimeBundle.PlainText]!;
        }
        catch (Exception e)
        {
            // The value's own code runs here, and what it throws must not hide the other variables.
            return $"({e.GetType().Name}: {e.Message})";
        }
    }
}
