using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Microsoft.DotNet.Interactive;
using UserOps.Notebooks.Packages;

namespace UserOps.Notebooks.Scripting;

/// <summary>Compiles piece after piece of C#, each seeing what the earlier ones declared.</summary>
/// <remarks>
/// Only new references and usings go with each piece: repeating them all makes memory grow with the square of the number of cells. The first pieces see the core of the framework alone, since
/// each reference costs memory at once and time with every piece; the first one that does not compile so brings in the rest of the framework and what the host hands to notebooks.
/// </remarks>
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
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    // Names that Polyglot notebooks use without importing their namespace; importing it would clash with a Kernel of another library.
    private const string Aliases = """
        using DisplayedValue = Microsoft.DotNet.Interactive.DisplayedValue;
        using Formatter = Microsoft.DotNet.Interactive.Formatting.Formatter;
        using FormattedValue = Microsoft.DotNet.Interactive.FormattedValue;
        using LaTeXString = Microsoft.DotNet.Interactive.LaTeXString;
        using MathString = Microsoft.DotNet.Interactive.MathString;
        """;

    private readonly Lazy<List<MetadataReference>> _rest;
    private readonly string[] _usings;
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    // Replaced as a whole, so that a cell being written can be bound while another runs.
    private volatile ScriptHead _head;
    private int _count;

    /// <summary>A compiler whose pieces see the framework, the host's assemblies and the usual namespaces.</summary>
    /// <param name="inBox">The host's assemblies.</param>
    /// <param name="usings">Namespaces beside those of a C# script, and beside what Polyglot notebooks call by bare names.</param>
    public ScriptCompiler(InBoxPackages inBox, IEnumerable<string> usings)
    {
        _rest = new(() => New(PlatformAssemblies.Framework.Concat(inBox.Paths.SelectMany(path => PlatformAssemblies.ForwardersFor(path).Append(path)))));
        _usings = [.. usings.Append(typeof(Kernel).FullName!).Except(DefaultUsings).Distinct()];
        _head = NewHead(null, [.. New(PlatformAssemblies.Core)], [.. DefaultUsings], WithRest);
    }

    /// <summary>Compiles a program with what cells are made of, for the runtime to have the code of the compiler ready: beside a script, whose way through the compiler begins elsewhere.</summary>
    public static void WarmUp()
    {
        const string Code = """
            using System; using System.Collections.Generic; using System.Linq;
            static class Cell
            {
                static double Sum(IEnumerable<int> numbers) { double sum = 0; foreach (int n in numbers.Where(n => n > 0)) sum += n; Console.WriteLine($"{sum:0.0}"); return sum; }
            }
            """;
        AssemblyFile.Bound(CSharpCompilation.Create("warm", [CSharpSyntaxTree.ParseText(Code)], PlatformAssemblies.Core.Select(AssemblyFile.Reference), Options)).Emit(Stream.Null, options: Emit);
    }

    /// <summary>Makes an assembly visible to the next piece and all after it.</summary>
    public void AddReference(string path)
    {
        var head = _head.Whole;
        _head = NewHead(head.Previous, head.References.AddRange(New(PlatformAssemblies.ForwardersFor(path).Append(path))), head.Usings);
    }

    /// <summary>The file of an assembly that pieces refer to; null when it has none.</summary>
    public string? PathOf(string assembly) => _paths.GetValueOrDefault(assembly) ?? PlatformAssemblies.PathOf(assembly);

    /// <summary>Binds a piece without making it part of the session; from any thread.</summary>
    public CSharpCompilation Bind(string code, string path, CancellationToken cancellation) => Bind(code, path, before: null, cancellation);

    /// <summary>Binds a piece behind another that is not part of the session, or behind the session.</summary>
    public CSharpCompilation Bind(string code, string path, CSharpCompilation? before, CancellationToken cancellation) =>
        Bind(before is null ? _head.Whole : NewHead(before, [], []), code, path, cancellation);

    private static CSharpCompilation Bind(ScriptHead head, string code, string path, CancellationToken cancellation) =>
        head.Blank.AddSyntaxTrees(CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, path, cancellation));

    /// <summary>Compiles a piece; it becomes part of the session when it is accepted.</summary>
    /// <exception cref="CompilationException">It has errors.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellation)
    {
        try
        {
            return CompileBehindHead(code, path, cancellation);
        }
        catch (CompilationException) when (!_head.IsWhole)
        {
            _head = _head.Whole;
            return CompileBehindHead(code, path, cancellation);
        }
    }

    private Submission CompileBehindHead(string code, string path, CancellationToken cancellation)
    {
        var compilation = Bind(_head, code, path, cancellation);
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
    public void Accept(CSharpCompilation compilation)
    {
        var head = NewHead(compilation, [], [], _head.IsWhole ? null : WithRest);
        _head = head;
        // While the piece runs and its results are looked at, so that the next one need not wait for it.
        _ = Task.Run(() => head.Blank.Assembly);
    }

    /// <summary>The session with the rest of the framework and what the host hands to notebooks.</summary>
    private ScriptHead WithRest(ScriptHead head)
    {
        var complete = NewHead(head.Previous, head.References.AddRange(_rest.Value), head.Usings.AddRange(_usings));
        return NewHead(Bind(complete, Aliases, "", CancellationToken.None), [], []);
    }

    private ScriptHead NewHead(CSharpCompilation? previous, ImmutableList<MetadataReference> references, ImmutableList<string> usings, Func<ScriptHead, ScriptHead>? complete = null) =>
        new($"{_session}-{Interlocked.Increment(ref _count)}", Options, previous, references, usings, complete);

    private List<MetadataReference> New(IEnumerable<string> paths) =>
        [.. paths.Where(path => _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path)).Select(AssemblyFile.Reference)];

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
}
