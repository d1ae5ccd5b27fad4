using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>Lets cells use what programs may and scripts may not: <c>using var</c>, extension methods in a class, namespaces, <c>file</c> types.</summary>
/// <remarks>Namespaces vanish and their types become types of the notebook; usings that name them vanish with them.</remarks>
internal sealed class ProgramSyntax
{
    private static readonly CSharpParseOptions Program = new(ScriptCompiler.ParseOptions.LanguageVersion);
    private static readonly string[] Marks = ["using", "namespace", "this", "file"];

    // Replaced as a whole, so that a cell being written can be read while another runs.
    private volatile ImmutableHashSet<string> _namespaces = [];

    /// <summary>The code for a script; what it declares counts once it is accepted.</summary>
    public ScriptCode Rewrite(string code)
    {
        if (!Marks.Concat(_namespaces).Any(mark => code.Contains(mark, StringComparison.Ordinal)))
            return new(code, [], [], []);
        var root = CSharpSyntaxTree.ParseText(code, Program).GetCompilationUnitRoot();
        var disposables = root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement).OfType<LocalDeclarationStatementSyntax>()
            .Where(declaration => declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)).ToList();
        var spaces = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>().ToList();
        var vanished = _namespaces.Union(spaces.Select(FullName));
        List<TextSpan> blanks = [.. disposables.SelectMany(KeywordsOf), .. spaces.SelectMany(NamespaceMarks), .. FileModifiers(root)];
        blanks.AddRange(Mentions(root, vanished));
        List<TextChange> changes = [.. blanks.Select(span => new TextChange(span, Blank(code, span))).Concat(ExtensionMethods.Lift(root)).OrderBy(change => change.Span.Start)];
        string[] names = [.. disposables.SelectMany(declaration => declaration.Declaration.Variables).Select(variable => variable.Identifier.ValueText)];
        return new(SourceText.From(code).WithChanges(changes).ToString(), names, [.. vanished], changes);
    }

    /// <summary>Remembers the namespaces of code that compiled.</summary>
    public void Accept(ScriptCode script) => _namespaces = _namespaces.Union(script.Namespaces);

    private static IEnumerable<TextSpan> KeywordsOf(LocalDeclarationStatementSyntax declaration) =>
        declaration.AwaitKeyword.Span.IsEmpty ? [declaration.UsingKeyword.Span] : [declaration.AwaitKeyword.Span, declaration.UsingKeyword.Span];

    private static TextSpan[] NamespaceMarks(BaseNamespaceDeclarationSyntax space) => space is NamespaceDeclarationSyntax block
        ? [TextSpan.FromBounds(block.NamespaceKeyword.SpanStart, block.OpenBraceToken.Span.End), block.CloseBraceToken.Span]
        : [TextSpan.FromBounds(space.NamespaceKeyword.SpanStart, ((FileScopedNamespaceDeclarationSyntax)space).SemicolonToken.Span.End)];

    private static IEnumerable<TextSpan> FileModifiers(CompilationUnitSyntax root) =>
        root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().SelectMany(type => type.Modifiers).Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => modifier.Span);

    private static string FullName(BaseNamespaceDeclarationSyntax space) =>
        string.Join('.', space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(part => part.Name.ToString()));

    /// <summary>Usings of vanished namespaces, and their names with the dot where they stand before a type's name.</summary>
    private static IEnumerable<TextSpan> Mentions(CompilationUnitSyntax root, ImmutableHashSet<string> vanished) => vanished.IsEmpty ? []
        : root.DescendantNodes(node => Mention(node, vanished) is null)
            .Select(node => Mention(node, vanished)).OfType<TextSpan>();

    private static TextSpan? Mention(SyntaxNode node, ImmutableHashSet<string> vanished) => node switch
    {
        UsingDirectiveSyntax { Alias: null } directive when directive.StaticKeyword.Span.IsEmpty && vanished.Contains(directive.NamespaceOrType.ToString()) => directive.Span,
        QualifiedNameSyntax name when name.Parent is not BaseNamespaceDeclarationSyntax && vanished.Contains(name.Left.ToString()) => TextSpan.FromBounds(name.SpanStart, name.DotToken.Span.End),
        MemberAccessExpressionSyntax access when vanished.Contains(access.Expression.ToString()) => TextSpan.FromBounds(access.SpanStart, access.OperatorToken.Span.End),
        _ => null,
    };

    private static string Blank(string code, TextSpan span) => string.Concat(code.Substring(span.Start, span.Length).Select(c => c == '\n' ? '\n' : ' '));
}
