using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using UserOps.Notebooks.Packages;

namespace UserOps.Notebooks.Scripting;

/// <summary>Compiles piece after piece of C#, each seeing what the earlier ones declared.</summary>
/// <remarks>Only new references and usings go with each piece: repeating them all makes memory grow with the square of the number of cells.</remarks>
internal sealed class ScriptCompiler
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    // Optimized code runs as fast as a program's, and the symbols keep line numbers.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Annotations, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private static readonly string[] DefaultUsings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    private readonly List<MetadataReference> _newReferences = [.. PlatformAssemblies.Framework];
    private readonly List<string> _newUsings = [];
    private readonly string _session = Guid.NewGuid().ToString("N");
    private CSharpCompilation? _previous;
    private int _count;

    /// <summary>A compiler whose pieces see the host's assemblies and the usual namespaces.</summary>
    public static ScriptCompiler For(InBoxPackages inBox, IEnumerable<string> usings)
    {
        var compiler = new ScriptCompiler();
        foreach (string path in inBox.Paths)
            compiler.AddReference(path);
        foreach (string name in DefaultUsings.Concat(usings).Distinct())
            compiler.AddUsing(name);
        return compiler;
    }

    /// <summary>Makes an assembly visible to the next piece and all after it.</summary>
    public void AddReference(string path) => _newReferences.Add(MetadataReference.CreateFromFile(path));

    /// <summary>Imports a namespace, or with <c>static</c> a type, into the next piece and all after it.</summary>
    public void AddUsing(string name) => _newUsings.Add(name);

    /// <summary>Binds a piece without making it part of the session.</summary>
    public CSharpCompilation Bind(string code, string path, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation);
        return CSharpCompilation.CreateScriptCompilation(
            $"{path}-{_session}-{Interlocked.Increment(ref _count)}", tree, _newReferences, Options.WithUsings(_newUsings), _previous);
    }

    /// <summary>Compiles a piece; it becomes part of the session when it is accepted.</summary>
    /// <exception cref="CompilationException">It has errors.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellation)
    {
        var compilation = Bind(code, path, cancellation);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: Emit, cancellationToken: cancellation);
        if (result.Success)
            return new(compilation, assembly.ToArray(), symbols.ToArray(), compilation.GetEntryPoint(cancellation));
        if (ErrorsOf(result.Diagnostics) is { Count: > 0 } errors)
            throw new CompilationException(errors);
        return new(compilation, [], [], null);
    }

    /// <summary>Makes a piece the one that the next continues.</summary>
    public void Accept(CSharpCompilation compilation)
    {
        _previous = compilation;
        _newReferences.Clear();
        _newUsings.Clear();
    }

    private static List<Diagnostic> ErrorsOf(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
}
