using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Binds the cell that is being written: its parts in order, as they would run.</summary>
internal static class CellDrafts
{
    /// <summary>Every part of C#.</summary>
    public static IEnumerable<CellDraft> Of(string cell, ScriptSession session, CancellationToken cancellation) => session.Draft(CodeOf(cell), cancellation);

    /// <summary>The part in which the place is, behind those before it.</summary>
    public static CellDraft At(string cell, int position, ScriptSession session, CancellationToken cancellation)
    {
        int line = cell.AsSpan(0, position).Count('\n') + 1;
        List<CellPart.Code> parts = [.. CodeOf(cell).Where(part => part.Line <= line).DefaultIfEmpty(new("csharp", "", 1))];
        parts[^1] = parts[^1] with { Text = UpTo(position, parts[^1].Text) };
        return session.Draft(parts, cancellation).Last();
    }

    private static IEnumerable<CellPart.Code> CodeOf(string cell) => CellParser.Parse(cell, "csharp").OfType<CellPart.Code>().Where(part => part.Language == "csharp");

    /// <summary>The text, long enough to hold a place on the blank lines behind it.</summary>
    private static string UpTo(int position, string text) => text.Length >= position ? text : text + '\n' + new string(' ', position - text.Length - 1);
}
