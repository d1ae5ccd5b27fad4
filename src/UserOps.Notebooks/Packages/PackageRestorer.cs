using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;

namespace UserOps.Notebooks.Packages;

/// <summary>Finds packages by restoring a small project of its own, and keeps the answer, so that the same request needs no network again.</summary>
/// <param name="folder">The folder of kept answers.</param>
/// <param name="workingDirectory">The notebook's folder: a <c>nuget.config</c> there or above counts.</param>
internal sealed class PackageRestorer(string folder, string workingDirectory)
{
    // A runtime built by a distribution names that distribution, for which packages have no files.
    private static readonly string Platform = (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static readonly string Framework = $"net{Environment.Version.Major}.0";
    // Older versions declare the methods that .NET 10 has itself, so that no call could choose between the two.
    private static readonly PackageRequest LinqAsync = new("System.Linq.Async", "7.0.1");

    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);

    private readonly RestoreCache _cache = new(folder, workingDirectory);

    /// <summary>The packages with all that they depend on.</summary>
    /// <param name="requests">The packages.</param>
    /// <param name="sources">Sources besides those that <c>nuget.config</c> names.</param>
    /// <param name="tell">Told every two seconds how long it takes.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <exception cref="NotebookException">One is not found, two clash, or the restore cannot run.</exception>
    public async Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, Action<string> tell, CancellationToken cancellation)
    {
        var packages = await RestoreAsAskedAsync(requests, sources, tell, cancellation).ConfigureAwait(false);
        if (!packages.Versions.TryGetValue(LinqAsync.Name, out string? version) || !Version.TryParse(version, out var found) || found.Major >= Version.Parse(LinqAsync.Version!).Major)
            return packages;
        try
        {
            return await RestoreAsAskedAsync([.. requests.Where(request => !request.IsFor(LinqAsync.Name)), LinqAsync], sources, tell, cancellation).ConfigureAwait(false);
        }
        catch (NotebookException)
        {
            // The newer one cannot be had: much works with the older.
            return packages;
        }
    }

    private async Task<RestoredPackages> RestoreAsAskedAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, Action<string> tell, CancellationToken cancellation)
    {
        string key = Project(requests, sources, "");
        if (_cache.TryRead(key, Platform) is { } kept)
            return kept;
        var place = Directory.CreateTempSubdirectory("userops-packages");
        try
        {
            string file = Path.Combine(place.FullName, "packages.csproj");
            await File.WriteAllTextAsync(file, Project(requests, sources, workingDirectory), cancellation).ConfigureAwait(false);
            var (succeeded, output) = await WatchedAsync(RestoreAsync(file, cancellation), requests, tell).ConfigureAwait(false);
            if (!succeeded)
                return await AgainAsync(requests, sources, output, tell, cancellation).ConfigureAwait(false) ?? throw RestoreFailure.Describe(output, requests);
            _cache.Keep(key, Path.Combine(place.FullName, "obj", "project.assets.json"));
        }
        finally
        {
            place.Delete(recursive: true);
        }
        return _cache.TryRead(key, Platform)
            ?? throw new NotebookException($"The packages {string.Join(", ", requests)} were restored, but their files are missing. Clear the NuGet cache: dotnet nuget locals all --clear.");
    }

    /// <summary>The packages, asked for in another way after a failure; null where no other way helps.</summary>
    private async Task<RestoredPackages?> AgainAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string output, Action<string> tell, CancellationToken cancellation)
    {
        string[] kept = [.. sources.Where(source => !PackageSources.IsEnded(source))];
        var asked = !RestoreFailure.IsOfNetwork(output) ? Raise(requests, output)
            : kept.Length < sources.Count ? requests
            : await LocalVersions.PinAsync(requests, workingDirectory, cancellation).ConfigureAwait(false);
        try
        {
            return asked is null ? null : await RestoreAsAskedAsync(asked, RestoreFailure.IsOfNetwork(output) ? kept : sources, tell, cancellation).ConfigureAwait(false);
        }
        catch (NotebookException)
        {
            return null;
        }
    }

    /// <summary>The requests, and what packages want in different versions in the newest of them; null where they want nothing, or the notebook asks for it.</summary>
    private static IReadOnlyList<PackageRequest>? Raise(IReadOnlyList<PackageRequest> requests, string output)
    {
        PackageRequest[] raised = [.. RestoreFailure.Downgrades(output).Where(wanted => !requests.Any(request => request.IsFor(wanted.Name)))];
        return raised.Length == 0 ? null : [.. requests, .. raised];
    }

    private static Task<(bool Succeeded, string Output)> RestoreAsync(string file, CancellationToken cancellation) => DotnetCommand.RunAsync(
        [
            "restore", file, "--nologo", "-v", "quiet", "-p:ImportDirectoryBuildProps=false", "-p:ImportDirectoryBuildTargets=false",
            "-p:ImportDirectoryPackagesProps=false",
        ], Path.GetDirectoryName(file)!, cancellation);

    private static async Task<T> WatchedAsync<T>(Task<T> restore, IReadOnlyList<PackageRequest> requests, Action<string> tell)
    {
        var clock = Stopwatch.StartNew();
        while (await Task.WhenAny(restore, Task.Delay(TellEvery)).ConfigureAwait(false) != restore)
            tell(string.Create(CultureInfo.InvariantCulture, $"Getting {string.Join(", ", requests)} … {clock.Elapsed.TotalSeconds:0} s"));
        return await restore.ConfigureAwait(false);
    }

    private static string Project(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string configuration) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{Framework}</TargetFramework>
            <RuntimeIdentifier>{Platform}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <NuGetAudit>false</NuGetAudit>
            <RestoreRootConfigDirectory>{SecurityElement.Escape(configuration)}</RestoreRootConfigDirectory>
            <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', requests.Select(request => $"    <PackageReference Include=\"{request.Name}\" Version=\"{request.Version ?? "*"}\" />"))}
          </ItemGroup>
        </Project>
        """;
}
