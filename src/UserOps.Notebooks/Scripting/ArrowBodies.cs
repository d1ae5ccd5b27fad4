using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>Makes a block of a body that is one expression (<c>int F(int n) => n + 1;</c>), so that a statement finds room before it.</summary>
internal static class ArrowBodies
{
    /// <summary>The changes that put the statement before the expression; none for members that need none.</summary>
    public static IEnumerable<TextChange> Open(ArrowExpressionClauseSyntax arrow, string statement)
    {
        var (open, close, returns) = arrow.Parent switch
        {
            MethodDeclarationSyntax method => ("{", "}", Returns(method.ReturnType, method.Modifiers)),
            LocalFunctionStatementSyntax function => ("{", "}", Returns(function.ReturnType, function.Modifiers)),
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => ("{", "}", true),
            AccessorDeclarationSyntax accessor => ("{", "}", accessor.IsKind(SyntaxKind.GetAccessorDeclaration)),
            PropertyDeclarationSyntax or IndexerDeclarationSyntax => ("{ get {", "} }", true),
            _ => ("", "", false),
        };
        if (open.Length == 0)
            return [];
        string keyword = returns && arrow.Expression is not ThrowExpressionSyntax ? " return" : "";
        return [new(arrow.ArrowToken.Span, open + statement + keyword), new(new(arrow.Parent!.Span.End, 0), " " + close)];
    }

    /// <summary>Whether the expression is a value to return, rather than something to do.</summary>
    private static bool Returns(TypeSyntax type, SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword)
        ? type is GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax }
        : type is not PredefinedTypeSyntax predefined || !predefined.Keyword.IsKind(SyntaxKind.VoidKeyword);
}
