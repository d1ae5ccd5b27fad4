using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UserOps.Notebooks.Scripting;

/// <summary>What the next piece continues, and what it alone brings.</summary>
/// <param name="name">What the assembly of the next piece is called.</param>
/// <param name="options">How it is compiled.</param>
/// <param name="previous">The piece before.</param>
/// <param name="references">References that no piece has brought yet.</param>
/// <param name="usings">Namespaces that no piece has brought yet.</param>
/// <param name="complete">Adds the rest to what pieces see; null where they see all.</param>
internal sealed class ScriptHead(
    string name, CSharpCompilationOptions options, CSharpCompilation? previous, ImmutableList<MetadataReference> references, ImmutableList<string> usings, Func<ScriptHead, ScriptHead>? complete)
{
    private readonly Lazy<CSharpCompilation> _blank = new(() => AssemblyFile.Bound(CSharpCompilation.CreateScriptCompilation(name, null, references, options.WithUsings(usings), previous)));
    private readonly Lock _turn = new();
    private ScriptHead? _whole;

    public CSharpCompilation? Previous => previous;

    public ImmutableList<MetadataReference> References => references;

    public ImmutableList<string> Usings => usings;

    public bool IsWhole => complete is null;

    /// <summary>The next piece before it has code, made once: the compiler looks at the piece before and at all references for it.</summary>
    public CSharpCompilation Blank => _blank.Value;

    /// <summary>This place with all that pieces may see, made once.</summary>
    public ScriptHead Whole
    {
        get
        {
            if (complete is null)
                return this;
            lock (_turn)
                return _whole ??= complete(this);
        }
    }
}
