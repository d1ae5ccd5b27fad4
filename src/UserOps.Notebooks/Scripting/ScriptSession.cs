using Microsoft.CodeAnalysis.CSharp;
using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Packages;
using UserOps.Notebooks.Rendering;

namespace UserOps.Notebooks.Scripting;

/// <summary>The C# side of a session: compiles and runs pieces, keeps their variables, takes references.</summary>
internal sealed class ScriptSession
{
    private readonly ScriptLoadContext _assemblies = new();
    private readonly ScriptCompiler _compiler;
    private readonly ScriptChain _chain;
    private readonly ProgramSyntax _syntax = new();
    private readonly Disposables _disposables = new();
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public ScriptSession(SessionOptions options)
    {
        var inBox = new InBoxPackages(options.InBox);
        _compiler = new(inBox, options.Usings);
        _chain = new(_compiler, _assemblies);
        Context = new(options);
        References = new(this, inBox, options);
    }

    /// <summary>What running code sees of the session.</summary>
    public CellContext Context { get; }

    /// <summary>Assemblies and packages that cells ask for.</summary>
    public SessionReferences References { get; }

    /// <summary>The number of the running cell.</summary>
    public int ExecutionCount { get; set; }

    /// <summary>The variables as they stand, the latest of each name, by name.</summary>
    public IReadOnlyList<ScriptVariable> Variables => _chain.Variables;

    /// <summary>Runs a piece of C# and shows the value of its last expression.</summary>
    /// <exception cref="CompilationException">It does not compile; nothing of it has run.</exception>
    public async Task RunAsync(string code, string path, CancellationToken cancellation)
    {
        InteractiveFormatter.MayBeChangedBy(code);
        var script = _syntax.Rewrite(code);
        // Elsewhere, since a stop interrupts the cell thread, and the compiler must not be interrupted.
        var submission = await Task.Run(() => Compile(script.Code, path, cancellation), cancellation).ConfigureAwait(true);
        _syntax.Accept(script);
        await _disposables.ReleaseAsync(script.Disposables).ConfigureAwait(true);
        try
        {
            object? value = await _chain.Start(submission).ConfigureAwait(true);
            if (value is not null || TrailingExpression.HasValue(submission.Compilation))
                Context.Show(new CellOutput.Result(ValueRenderer.Render(value), ExecutionCount));
        }
        finally
        {
            if (script.Disposables.Count > 0)
                _disposables.Take(script.Disposables, _chain.Variables);
        }
    }

    /// <summary>Compiles with the means to stop; errors are told of the code as it was written.</summary>
    private Submission Compile(string code, string path, CancellationToken cancellation)
    {
        try
        {
            return _compiler.Compile(LoopGuards.Insert(code, cancellation), path, cancellation);
        }
        catch (CompilationException problem)
        {
            return CompileOld(code, path, problem, cancellation) ?? _compiler.Compile(code, path, cancellation);
        }
    }

    /// <summary>Compiles what was written for .NET Interactive and lacks nothing else; null for other code.</summary>
    private Submission? CompileOld(string code, string path, CompilationException problem, CancellationToken cancellation)
    {
        // Usings stand in front of all that guards are written into, so that their places are those of the code.
        if (EndedUsings.Without(code, problem) is var (rest, names))
        {
            var submission = Compile(rest, path, cancellation);
            Context.Show(new CellOutput.Stream(true, $"{string.Join(", ", names)} ended in 2026 with its tool; the cell runs without.\n"));
            return submission;
        }
        try
        {
            return EarlyNames.Explain(problem) ? _compiler.Compile(LoopGuards.Insert(EarlyNames.Usings + code, cancellation), path, cancellation) : null;
        }
        catch (CompilationException)
        {
            return null;
        }
    }

    /// <summary>Binds the C# of a cell that is being written as if it ran next, part by part; from any thread, also while another cell runs.</summary>
    public IEnumerable<CellDraft> Draft(IEnumerable<CellPart.Code> parts, CancellationToken cancellation)
    {
        CSharpCompilation? before = null;
        foreach (var part in parts)
        {
            var script = _syntax.Rewrite(part.Text);
            before = _compiler.Bind(script.Code, "", before, cancellation);
            yield return new(script, before);
        }
    }

    /// <summary>C# as a script of this session understands it; from any thread.</summary>
    public ScriptCode Rewrite(string code) => _syntax.Rewrite(code);

    /// <summary>The file of an assembly that cells refer to; null when it has none.</summary>
    public string? PathOf(string assembly) => _compiler.PathOf(assembly);

    /// <summary>Makes an assembly visible to all later pieces.</summary>
    public void AddReference(string path)
    {
        InteractiveFormatter.MayBeChanged();
        _compiler.AddReference(path);
    }

    /// <summary>The load context, to be told of native libraries and folders.</summary>
    public ScriptLoadContext Assemblies => _assemblies;

    /// <summary>Keeps a text under a name.</summary>
    public void KeepText(string name, string text) => _texts[name] = text;

    /// <summary>The text kept under a name.</summary>
    /// <exception cref="NotebookException">There is none.</exception>
    public string TextValue(string name) =>
        _texts.GetValueOrDefault(name) ?? throw new NotebookException($"No #!value has the name '{name}'.{NearestName.Suggest(name, _texts.Keys)}");

    /// <summary>Disposes what cells declared with <c>using</c> and forgets all values.</summary>
    public async Task CloseAsync()
    {
        await _disposables.ReleaseAllAsync().ConfigureAwait(true);
        _chain.Clear();
    }
}
