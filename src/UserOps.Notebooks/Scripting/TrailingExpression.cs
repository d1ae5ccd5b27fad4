using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserOps.Notebooks.Scripting;

/// <summary>Whether a piece of C# ends in a value: an expression without a semicolon, or a <c>return</c>.</summary>
internal static class TrailingExpression
{
    public static bool HasValue(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var last = ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() as GlobalStatementSyntax;
        return last?.Statement switch
        {
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement
                => compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is not { SpecialType: SpecialType.System_Void },
            ReturnStatementSyntax { Expression: not null } => true,
            _ => false,
        };
    }
}
