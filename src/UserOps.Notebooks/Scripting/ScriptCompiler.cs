using System.Collections.Concurrent;
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

    // Optimized code runs as fast as a program's, and the symbols keep line numbers. Cells are too small for several threads to gain anything.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Annotations, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // A recursion without end would else end the process, and with it the notebook's values.
    private static readonly EmitOptions EmitGuarded = Emit.WithInstrumentationKinds([InstrumentationKind.StackOverflowProbing]);

    private static readonly string[] DefaultUsings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "Microsoft.DotNet.Interactive.Kernel"];

    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    // Replaced as a whole, so that a cell being written can be bound while another runs.
    private volatile Head _head = new(null, [.. PlatformAssemblies.Framework], []);
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
    public void AddReference(string path)
    {
        string[] added = [.. PlatformAssemblies.ForwardersFor(path).Append(path).Where(file => _paths.TryAdd(Path.GetFileNameWithoutExtension(file), file))];
        _head = _head with { References = _head.References.AddRange(added.Select(AssemblyFile.Reference)) };
    }

    /// <summary>The file of an assembly that pieces refer to; null when it has none.</summary>
    public string? PathOf(string assembly) => _paths.GetValueOrDefault(assembly) ?? PlatformAssemblies.PathOf(assembly);

    /// <summary>Imports a namespace, or with <c>static</c> a type, into the next piece and all after it.</summary>
    public void AddUsing(string name) => _head = _head with { Usings = _head.Usings.Add(name) };

    /// <summary>Binds a piece without making it part of the session; from any thread.</summary>
    public CSharpCompilation Bind(string code, string path, CancellationToken cancellation) => Bind(code, path, null, cancellation);

    /// <summary>Binds a piece behind another that is not part of the session, or behind the session.</summary>
    public CSharpCompilation Bind(string code, string path, CSharpCompilation? before, CancellationToken cancellation)
    {
        var head = before is null ? _head : new(before, [], []);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation);
        return CSharpCompilation.CreateScriptCompilation(
            $"{path}-{_session}-{Interlocked.Increment(ref _count)}", tree, head.References, Options.WithUsings(head.Usings), head.Previous);
    }

    /// <summary>Compiles a piece; it becomes part of the session when it is accepted.</summary>
    /// <exception cref="CompilationException">It has errors.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellation)
    {
        var compilation = Bind(code, path, cancellation);
        using var assembly = new MemoryStream();
        var options = Recursion.IsPossible(compilation.SyntaxTrees[0].GetRoot(cancellation)) ? EmitGuarded : Emit;
        var result = compilation.Emit(assembly, options: options, cancellationToken: cancellation);
        if (result.Success)
            return new(compilation, assembly.ToArray(), new(() => SymbolsOf(compilation, options)), compilation.GetEntryPoint(cancellation));
        if (ErrorsOf(result.Diagnostics) is { Count: > 0 } errors)
            throw new CompilationException(errors, compilation);
        return new(compilation, [], new([]), null);
    }

    /// <summary>Makes a piece the one that the next continues.</summary>
    public void Accept(CSharpCompilation compilation) => _head = new(compilation, [], []);

    /// <summary>The line numbers of a piece: wanted only when it fails, and as dear as its code.</summary>
    private static byte[] SymbolsOf(CSharpCompilation compilation, EmitOptions options)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        compilation.Emit(assembly, symbols, options: options);
        return symbols.ToArray();
    }

    private static List<Diagnostic> ErrorsOf(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    /// <summary>What the next piece continues, and what it alone brings.</summary>
    private sealed record Head(CSharpCompilation? Previous, ImmutableList<MetadataReference> References, ImmutableList<string> Usings);
}
