using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Assistance;

/// <summary>Finds what is wrong with a cell without running it.</summary>
internal static class CellDiagnostics
{
    private static readonly string[] BringingNames = ["#!import", "#load", "#!set", "#!share"];

    public static IReadOnlyList<CellDiagnostic> Of(string cell, ScriptSession session, CancellationToken cancellation)
    {
        var parts = CellParser.Parse(cell, "csharp");
        bool isUnsure = parts.Any(part => BringsNames(part, session));
        return [.. OfDirectives(parts, cell).Concat(CellDrafts.Of(cell, session, cancellation).SelectMany(draft => OfCode(draft, isUnsure, cancellation))).Distinct().OrderBy(diagnostic => diagnostic.Start)];
    }

    private static IEnumerable<CellDiagnostic> OfCode(CellDraft draft, bool onlySyntax, CancellationToken cancellation)
    {
        var found = onlySyntax ? draft.Root.SyntaxTree.GetDiagnostics(cancellation) : draft.Model.GetDiagnostics(cancellationToken: cancellation);
        return found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).Select(diagnostic => Describe(diagnostic, draft));
    }

    /// <summary>Whether running the part would bring names that cannot be known yet.</summary>
    private static bool BringsNames(CellPart part, ScriptSession session) => part is CellPart.Directive directive
        && (CellParser.IsHoisted(directive) ? !session.References.HasLoaded(directive) : BringingNames.Contains(directive.Name));

    private static CellDiagnostic Describe(Diagnostic diagnostic, CellDraft draft)
    {
        var span = diagnostic.Location.SourceSpan;
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? CellSeverity.Error : CellSeverity.Warning;
        return new(severity, diagnostic.Id, CompileErrors.Message(diagnostic, draft.Compilation), draft.InCell(span.Start), draft.InCell(span.End));
    }

    private static IEnumerable<CellDiagnostic> OfDirectives(List<CellPart> parts, string cell)
    {
        var lines = SourceText.From(cell).Lines;
        foreach (var part in parts)
            if (CellCheck.Problem(part) is { } problem && lines[part.Line - 1].Span is var span)
                yield return new(CellSeverity.Error, "", problem, span.Start, span.End);
    }
}
