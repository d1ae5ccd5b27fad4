using System.Collections.Concurrent;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Magics;
using UserOps.Notebooks.Scripting;

namespace UserOps.Notebooks.Packages;

/// <summary>The assemblies, packages and package sources that the cells of a session ask for.</summary>
internal sealed class SessionReferences
{
    private readonly ScriptSession _session;
    private readonly InBoxPackages _inBox;
    private readonly PackageRestorer _restorer;
    private readonly List<string> _sources = [];
    private readonly List<PackageRequest> _asked = [];
    private readonly HashSet<string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);
    private (IReadOnlyList<PackageRequest> Requests, RestoredPackages Packages)? _prepared;

    public SessionReferences(ScriptSession session, InBoxPackages inBox, SessionOptions options)
    {
        (_session, _inBox) = (session, inBox);
        _restorer = new(options.PackageCache, options.WorkingDirectory);
    }

    /// <summary>Restores the packages of a whole notebook together, so that they agree; a failure is told by the cell that asks.</summary>
    public async Task PrepareAsync(IReadOnlyList<CellPart.Directive> directives, CancellationToken cancellation)
    {
        try
        {
            AddSources(directives);
            var wanted = Wanted(directives, _ => { });
            if (wanted.Count > 0)
                _prepared = (wanted, await _restorer.RestoreAsync(wanted, _sources, cancellation).ConfigureAwait(false));
        }
        catch (Exception e) when (e is NotebookException or OperationCanceledException)
        {
            // The cell that asks for it restores again, alone, and fails with the reason if it is its own.
        }
    }

    /// <summary>Loads what the directives of one cell ask for.</summary>
    /// <returns>Notebooks in the packages that are to run once.</returns>
    /// <exception cref="NotebookException">Something cannot be had.</exception>
    public async Task<IReadOnlyList<string>> LoadAsync(IReadOnlyList<CellPart.Directive> directives, string folder, CancellationToken cancellation)
    {
        var extensions = await LoadNewAsync(directives, folder, cancellation).ConfigureAwait(true);
        foreach (var directive in directives)
            _done.TryAdd(directive.Arguments, true);
        return extensions;
    }

    /// <summary>Whether a cell has loaded what the directive asks for; from any thread.</summary>
    public bool HasLoaded(CellPart.Directive directive) => _done.ContainsKey(directive.Arguments);

    private async Task<IReadOnlyList<string>> LoadNewAsync(IReadOnlyList<CellPart.Directive> directives, string folder, CancellationToken cancellation)
    {
        AddSources(directives);
        foreach (var directive in directives.Where(directive => directive.Name == "#r" && !PackageRequest.IsPackage(directive.Arguments)))
            LoadFile(Path.GetFullPath(PackageRequest.TextOf(directive.Arguments), folder));
        var wanted = Wanted(directives, note => _session.Context.Show(new CellOutput.Stream(true, note + "\n")));
        if (wanted.Count == 0)
            return [];
        var packages = _prepared is { } prepared && wanted.All(prepared.Requests.Contains)
            ? prepared.Packages
            : await _restorer.RestoreAsync([.. _asked.Select(Pin), .. wanted], _sources, cancellation).ConfigureAwait(true);
        return Load(packages, _prepared?.Packages == packages ? _prepared.Value.Requests : wanted);
    }

    private void AddSources(IReadOnlyList<CellPart.Directive> directives) =>
        _sources.AddRange(directives.Where(directive => directive.Name == "#i" && PackageRequest.IsPackage(directive.Arguments))
            .Select(directive => PackageRequest.Body(directive.Arguments)).Except(_sources));

    /// <summary>The packages that are neither in the box nor loaded.</summary>
    private List<PackageRequest> Wanted(IReadOnlyList<CellPart.Directive> directives, Action<string> tell)
    {
        var wanted = new List<PackageRequest>();
        foreach (var request in directives.Where(directive => directive.Name == "#r" && PackageRequest.IsPackage(directive.Arguments))
                     .Select(directive => PackageRequest.Parse(directive.Arguments)).Distinct())
            if (_inBox.Satisfies(request, out string? note))
                Tell(note);
            else if (!IsLoaded(request))
                AddWithoutClash(wanted, request);
        return wanted;

        void Tell(string? note)
        {
            if (note is not null)
                tell(note);
        }
    }

    private static void AddWithoutClash(List<PackageRequest> wanted, PackageRequest request)
    {
        int same = wanted.FindIndex(other => other.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase));
        if (same < 0)
            wanted.Add(request);
        else if (wanted[same].Version is null)
            wanted[same] = request;
        else if (request.Version is not null)
            throw Clash(request, wanted[same].Version!);
    }

    private bool IsLoaded(PackageRequest request)
    {
        if (!_versions.TryGetValue(request.Name, out string? loaded))
            return false;
        bool sameAsked = _asked.Any(asked => asked.Version == request.Version && asked.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase));
        return request.Version is null || request.Version == loaded || sameAsked || request.Version.AsSpan().IndexOfAny("[(*") >= 0 ? true : throw Clash(request, loaded);
    }

    private static NotebookException Clash(PackageRequest request, string other) =>
        new($"{request} was asked for, but {request.Name} {other} is in use by this notebook. One version can be loaded: ask for the same one everywhere.");

    private PackageRequest Pin(PackageRequest request) => _versions.TryGetValue(request.Name, out string? version) ? new(request.Name, $"[{version}]") : request;

    private void LoadFile(string path)
    {
        if (!File.Exists(path))
            throw new NotebookException($"There is no assembly at {path}. A path behind #r is relative to the notebook's folder.");
        _session.Assemblies.AddFolder(Path.GetDirectoryName(path)!);
        AddAssembly(path, [path]);
    }

    private List<string> Load(RestoredPackages packages, IReadOnlyList<PackageRequest> requests)
    {
        _asked.AddRange(requests.Except(_asked));
        foreach (string path in packages.Runtime.Where(path => !_inBox.HasAssembly(Path.GetFileNameWithoutExtension(path))))
            _session.Assemblies.AddAssembly(path);
        foreach (string path in packages.Compile)
            AddAssembly(path, []);
        foreach (string path in packages.Native)
            _session.Assemblies.AddNative(path);
        foreach (var (name, version) in packages.Versions)
            _versions.TryAdd(name, version);
        return [.. packages.Folders.Select(folder => Path.Combine(folder, "interactive-extensions", "dotnet", "extension.dib")).Where(File.Exists)];
    }

    private void AddAssembly(string path, string[] runtime)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (_inBox.HasAssembly(name) || !_assemblies.Add(name))
            return;
        _session.AddReference(path);
        foreach (string file in runtime)
            _session.Assemblies.AddAssembly(file);
    }
}
