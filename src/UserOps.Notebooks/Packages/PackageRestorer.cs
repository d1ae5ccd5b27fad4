using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace UserOps.Notebooks.Packages;

/// <summary>Finds packages by restoring a small project of its own, and keeps the answer, so that the same request needs no network again.</summary>
/// <param name="cache">The folder of kept answers.</param>
/// <param name="workingDirectory">The notebook's folder: a <c>nuget.config</c> there or above counts.</param>
internal sealed class PackageRestorer(string cache, string workingDirectory)
{
    // A runtime built by a distribution names that distribution, for which packages have no files.
    private static readonly string Platform = (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    private static readonly string Framework = $"net{Environment.Version.Major}.0";

    /// <summary>The packages with all that they depend on.</summary>
    /// <exception cref="NotebookException">One is not found, two clash, or the restore cannot run.</exception>
    public async Task<RestoredPackages> RestoreAsync(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, CancellationToken cancellation)
    {
        string project = Project(requests, sources);
        string folder = Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..32]);
        string assets = Path.Combine(folder, "obj", "project.assets.json");
        if (AssetsFile.TryRead(assets, Platform) is { } kept)
            return kept;
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "packages.csproj");
        await File.WriteAllTextAsync(file, project, cancellation).ConfigureAwait(false);
        var (succeeded, output) = await DotnetCommand.RunAsync(["restore", file, "--nologo", "-v", "quiet"], folder, cancellation).ConfigureAwait(false);
        if (!succeeded)
        {
            File.Delete(assets);
            throw RestoreFailure.Describe(output, requests);
        }
        return AssetsFile.TryRead(assets, Platform)
            ?? throw new NotebookException($"The packages {string.Join(", ", requests)} were restored, but their files are missing. Clear the NuGet cache: dotnet nuget locals all --clear.");
    }

    private string Project(IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{Framework}</TargetFramework>
            <RuntimeIdentifier>{Platform}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
            <NuGetAudit>false</NuGetAudit>
            <RestoreRootConfigDirectory>{SecurityElement.Escape(workingDirectory)}</RestoreRootConfigDirectory>
            <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', requests.Select(request => $"    <PackageReference Include=\"{request.Name}\" Version=\"{request.Version ?? "*"}\" />"))}
          </ItemGroup>
        </Project>
        """;
}
