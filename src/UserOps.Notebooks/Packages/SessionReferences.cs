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
    private readonly string _workingDirectory;
    private readonly PackageSources _sources = new();
    private readonly List<PackageRequest> _asked = [];
    private readonly HashSet<string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _done = new(StringComparer.Ordinal);
    private (IReadOnlyList<PackageRequest> Requests, RestoredPackages Packages)? _prepared;

    public SessionReferences(ScriptSession session, InBoxPackages inBox, SessionOptions options)
    {
        (_session, _inBox, _workingDirectory) = (session, inBox, options.WorkingDirectory);
        _restorer = new(options.PackageCache, options.WorkingDirectory);
    }

    /// <summary>Restores the packages of a whole notebook together, so that they agree; a failure is told by the cell that asks.</summary>
    public async Task PrepareAsync(IReadOnlyList<CellPart.Directive> directives, Action<string> tell, CancellationToken cancellation)
    {
        try
        {
            _sources.Add(directives, _workingDirectory);
            var wanted = Wanted(directives, _ => { });
            if (wanted.Count > 0)
                _prepared = (wanted, await _restorer.RestoreAsync(wanted, _sources.All, tell, cancellation).ConfigureAwait(false));
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
        _sources.Add(directives, folder);
        foreach (var directive in directives.Where(directive => directive.Name == "#r" && !PackageRequest.IsPackage(directive.Arguments)))
            LoadFile(Path.GetFullPath(PackageRequest.TextOf(directive.Arguments), folder));
        var wanted = Wanted(directives, Note);
        var extensions = wanted.Count == 0 ? [] : await LoadPackagesAsync(wanted, cancellation).ConfigureAwait(true);
        TellVersions(directives);
        return extensions;
    }

    private async Task<IReadOnlyList<string>> LoadPackagesAsync(List<PackageRequest> wanted, CancellationToken cancellation)
    {
        var packages = _prepared is { } prepared && wanted.All(prepared.Requests.Contains)
            ? prepared.Packages
            : await RestoreAsync([.. _asked.Select(Pin), .. wanted], cancellation).ConfigureAwait(true);
        return Load(packages, _prepared?.Packages == packages ? _prepared.Value.Requests : wanted);
    }

    /// <summary>Tells the version of each package for which the notebook names none, once.</summary>
    private void TellVersions(IReadOnlyList<CellPart.Directive> directives)
    {
        foreach (var request in Requests(directives))
            if (_versions.TryGetValue(request.Name, out string? used) && request.NoteOf(used) is { } note && !_asked.Any(asked => asked.IsFor(request.Name) && asked.NoteOf(used) is null)
                && _told.Add(note))
                Note(note);
    }

    private async Task<RestoredPackages> RestoreAsync(IReadOnlyList<PackageRequest> requests, CancellationToken cancellation)
    {
        var progress = new RestoreProgress();
        var packages = await _restorer.RestoreAsync(requests, _sources.All, progress.Tell, cancellation).ConfigureAwait(true);
        progress.Finish(requests, packages);
        return packages;
    }

    private void Note(string note) => _session.Context.Show(new CellOutput.Stream(true, note + "\n"));

    /// <summary>The packages that are neither in the box nor loaded.</summary>
    private List<PackageRequest> Wanted(IReadOnlyList<CellPart.Directive> directives, Action<string> tell)
    {
        var wanted = new List<PackageRequest>();
        foreach (var request in Requests(directives))
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

    private static IEnumerable<PackageRequest> Requests(IReadOnlyList<CellPart.Directive> directives) =>
        directives.Where(directive => directive.Name == "#r" && PackageRequest.IsPackage(directive.Arguments)).Select(directive => PackageRequest.Parse(directive.Arguments)).Distinct();

    private static void AddWithoutClash(List<PackageRequest> wanted, PackageRequest request)
    {
        int same = wanted.FindIndex(other => other.IsFor(request.Name));
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
        bool sameAsked = _asked.Any(asked => asked.Version == request.Version && asked.IsFor(request.Name));
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
