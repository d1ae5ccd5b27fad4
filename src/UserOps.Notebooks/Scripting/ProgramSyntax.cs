using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>C# as a script understands it.</summary>
/// <param name="Code">The code; what was rewritten keeps its line.</param>
/// <param name="Disposables">The variables declared with <c>using</c>.</param>
internal sealed record ScriptCode(string Code, IReadOnlyList<string> Disposables);

/// <summary>Lets cells use what programs may and scripts may not: <c>using var</c>, extension methods in a class, namespaces, <c>file</c> types.</summary>
/// <remarks>Namespaces vanish and their types become types of the notebook; usings that name them vanish with them.</remarks>
internal sealed class ProgramSyntax
{
    private static readonly CSharpParseOptions Program = new(ScriptCompiler.ParseOptions.LanguageVersion);
    private static readonly string[] Marks = ["using", "namespace", "this", "file"];

    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    public ScriptCode Rewrite(string code)
    {
        if (!Marks.Any(mark => code.Contains(mark, StringComparison.Ordinal)))
            return new(code, []);
        var root = CSharpSyntaxTree.ParseText(code, Program).GetCompilationUnitRoot();
        var disposables = root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).OfType<LocalDeclarationStatementSyntax>()
            .Where(declaration => declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)).ToList();
        List<TextSpan> blanks = [.. disposables.SelectMany(KeywordsOf), .. root.Members.SelectMany(NamespaceMarks), .. FileModifiers(root)];
        blanks.AddRange(root.DescendantNodes().OfType<UsingDirectiveSyntax>().Where(NamesVanished).Select(directive => directive.Span));
        var changes = blanks.Select(span => new TextChange(span, Blank(code, span))).Concat(ExtensionMethods.Lift(root)).OrderBy(change => change.Span.Start);
        return new(SourceText.From(code).WithChanges(changes).ToString(), [.. disposables.SelectMany(declaration => declaration.Declaration.Variables).Select(variable => variable.Identifier.ValueText)]);
    }

    private static IEnumerable<TextSpan> KeywordsOf(LocalDeclarationStatementSyntax declaration) =>
        declaration.AwaitKeyword.Span.IsEmpty ? [declaration.UsingKeyword.Span] : [declaration.AwaitKeyword.Span, declaration.UsingKeyword.Span];

    private IEnumerable<TextSpan> NamespaceMarks(MemberDeclarationSyntax member)
    {
        if (member is not BaseNamespaceDeclarationSyntax space)
            return [];
        _namespaces.Add(space.Name.ToString());
        var inner = space.Members.SelectMany(NamespaceMarks);
        return space is NamespaceDeclarationSyntax block
            ? [TextSpan.FromBounds(block.NamespaceKeyword.SpanStart, block.OpenBraceToken.Span.End), block.CloseBraceToken.Span, .. inner]
            : [TextSpan.FromBounds(space.NamespaceKeyword.SpanStart, ((FileScopedNamespaceDeclarationSyntax)space).SemicolonToken.Span.End), .. inner];
    }

    private static IEnumerable<TextSpan> FileModifiers(CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().SelectMany(type => type.Modifiers).Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => modifier.Span);

    private bool NamesVanished(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.Span.IsEmpty && _namespaces.Contains(directive.NamespaceOrType.ToString());

    private static string Blank(string code, TextSpan span) => string.Concat(code.Substring(span.Start, span.Length).Select(c => c == '\n' ? '\n' : ' '));
}
