using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>C# as a script understands it.</summary>
/// <param name="Code">The code; what was rewritten keeps its line.</param>
/// <param name="Disposables">The variables declared with <c>using</c>.</param>
/// <param name="Namespaces">The namespaces it declares, which vanish.</param>
/// <param name="Changes">What was rewritten, in order; only insertions change the length.</param>
internal sealed record ScriptCode(string Code, IReadOnlyList<string> Disposables, IReadOnlyList<string> Namespaces, IReadOnlyList<TextChange> Changes)
{
    /// <summary>Where a place of the code as written is in the script.</summary>
    public int InScript(int position) => position + Changes.Where(change => change.Span.Start < position).Sum(Growth);

    /// <summary>Where a place of the script is in the code as written; what was inserted is at the place of its insertion.</summary>
    public int InCell(int position)
    {
        int shift = 0;
        foreach (var change in Changes)
            if (change.Span.Start + shift < position)
                shift += Math.Min(Growth(change), position - change.Span.Start - shift);
        return position - shift;
    }

    private static int Growth(TextChange change) => change.NewText!.Length - change.Span.Length;
}
