using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Scripting;

/// <summary>A compiled piece of C# that continues the session.</summary>
/// <param name="Compilation">What it was compiled from.</param>
/// <param name="Assembly">The assembly, or empty when there is nothing to run: only usings, or only comments.</param>
/// <param name="Symbols">The line numbers of <paramref name="Assembly"/>, made when first asked for.</param>
/// <param name="EntryPoint">The method that starts it, or null when there is nothing to run.</param>
internal sealed record Submission(CSharpCompilation Compilation, byte[] Assembly, Lazy<byte[]> Symbols, IMethodSymbol? EntryPoint)
{
    /// <summary>What errors call the place: <c>cell 3</c>.</summary>
    public string Label => Compilation.SyntaxTrees[0].FilePath;
}

/// <summary>C# that does not compile.</summary>
internal sealed class CompilationException(IReadOnlyList<Diagnostic> errors, CSharpCompilation compilation) : Exception(string.Join('\n', errors.Select(error => error.GetMessage(null))))
{
    /// <summary>The errors in order of place.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;

    /// <summary>What was to be compiled.</summary>
    public CSharpCompilation Compilation { get; } = compilation;
}
