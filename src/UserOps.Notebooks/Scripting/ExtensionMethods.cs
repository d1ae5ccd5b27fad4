using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace UserOps.Notebooks.Scripting;

/// <summary>Extension methods written in a static class: the class keeps them as plain methods, and the script gets extension methods that call them.</summary>
/// <remarks>Everything that a cell declares is nested in the script's own class, where the language allows no class with extension methods.</remarks>
internal static partial class ExtensionMethods
{
    /// <summary>The changes, none of which moves a line.</summary>
    public static IEnumerable<TextChange> Lift(CompilationUnitSyntax root)
    {
        var methods = root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>().Where(IsExtension).ToList();
        return methods.SelectMany(Edits).Concat(methods.GroupBy(OutermostClass).Select(Forward));
    }

    private static TextChange Forward(IGrouping<ClassDeclarationSyntax, MethodDeclarationSyntax> methods) =>
        new(new(methods.Key.Span.End, 0), " " + string.Join(' ', methods.Select(Forwarder)));

    private static ClassDeclarationSyntax OutermostClass(MethodDeclarationSyntax method) => method.Ancestors().OfType<ClassDeclarationSyntax>().Last();

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.Parent is ClassDeclarationSyntax && method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;

    private static IEnumerable<TextChange> Edits(MethodDeclarationSyntax method)
    {
        yield return new(method.ParameterList.Parameters[0].Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ThisKeyword)).Span, "    ");
        if (method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PrivateKeyword)) is { Span.IsEmpty: false } hidden)
            yield return new(hidden.Span, "public ");
        else if (!method.Modifiers.Any(SyntaxKind.PublicKeyword) && !method.Modifiers.Any(SyntaxKind.InternalKeyword))
            yield return new(new(method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart, 0), "public ");
    }

    private static string Forwarder(MethodDeclarationSyntax method)
    {
        var owner = string.Join('.', method.Ancestors().OfType<ClassDeclarationSyntax>().Reverse().Select(type => type.Identifier.Text));
        string types = method.TypeParameterList is { } list ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>" : "";
        string arguments = string.Join(", ", method.ParameterList.Parameters.Select(Argument));
        string call = $"{owner}.{method.Identifier.Text}{types}({arguments})";
        return OneLine($"static {method.ReturnType} {method.Identifier.Text}{method.TypeParameterList}{method.ParameterList} {method.ConstraintClauses.ToString()} => {call};");
    }

    private static string Argument(ParameterSyntax parameter)
    {
        var passed = parameter.Modifiers.FirstOrDefault(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword);
        return $"{passed.Text} {parameter.Identifier.Text}".Trim();
    }

    private static string OneLine(string text) => LineBreaks().Replace(text, " ");

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreaks();
}
