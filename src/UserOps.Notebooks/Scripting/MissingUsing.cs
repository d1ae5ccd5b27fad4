using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Scripting;

/// <summary>Tells in which namespaces there is a type whose name a cell uses without importing one.</summary>
internal static class MissingUsing
{
    /// <summary>What to do about an unknown name, to follow the message; empty when no assembly in sight has a public type of that name.</summary>
    public static string Advice(Diagnostic error, CSharpCompilation compilation) => Namespaces(NameIn(error), compilation) switch
    {
        [] => "",
        [var only] => $". Add 'using {only};'.",
        var several => $". There is one in {string.Join(", ", several.SkipLast(1))} and {several[^1]}: add the 'using' of the one that you mean.",
    };

    /// <summary>The name at which an error points; empty when it points at none.</summary>
    public static string NameIn(Diagnostic error) => error.Location.SourceTree is { } tree
        ? string.Concat(tree.GetText().ToString(error.Location.SourceSpan).TakeWhile(c => char.IsLetterOrDigit(c) || c == '_'))
        : "";

    private static string[] Namespaces(string name, CSharpCompilation compilation) => name.Length == 0 ? []
        : [.. AssembliesOf(compilation).Where(assembly => assembly.TypeNames.Contains(name)).SelectMany(assembly => Find(name, assembly.GlobalNamespace)).Distinct().Order(StringComparer.Ordinal).Take(4)];

    /// <summary>Each piece of a session refers only to what it brings itself.</summary>
    private static IEnumerable<IAssemblySymbol> AssembliesOf(CSharpCompilation? compilation)
    {
        for (; compilation is not null; compilation = compilation.ScriptCompilationInfo?.PreviousScriptCompilation)
            foreach (var reference in compilation.References)
                if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
                    yield return assembly;
    }

    private static IEnumerable<string> Find(string name, INamespaceSymbol space)
    {
        if (!space.IsGlobalNamespace && space.GetTypeMembers(name).Any(type => type.DeclaredAccessibility == Accessibility.Public))
            yield return space.ToDisplayString();
        foreach (string found in space.GetNamespaceMembers().SelectMany(inner => Find(name, inner)))
            yield return found;
    }
}
