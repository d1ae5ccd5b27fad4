namespace UserOps.Notebooks.Packages;

/// <summary>The versions of packages that are on this machine, for requests that name none while no source can be reached.</summary>
internal static class LocalVersions
{
    /// <summary>The requests with the newest version on this machine where one names no version; null when that changes nothing.</summary>
    public static async Task<IReadOnlyList<PackageRequest>?> PinAsync(IReadOnlyList<PackageRequest> requests, string workingDirectory, CancellationToken cancellation)
    {
        if (requests.All(request => request.Version is not null))
            return null;
        var (_, output) = await DotnetCommand.RunAsync(["nuget", "locals", "global-packages", "--list"], workingDirectory, cancellation).ConfigureAwait(false);
        string folder = output[(output.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        PackageRequest[] pinned = [.. requests.Select(request => request.Version is null && Newest(folder, request.Name) is { } version ? new(request.Name, $"[{version}]") : request)];
        return pinned.SequenceEqual(requests) ? null : pinned;
    }

    private static string? Newest(string folder, string name)
    {
        var versions = new DirectoryInfo(Path.Combine(folder, name.ToLowerInvariant()));
        return !versions.Exists ? null : versions.EnumerateDirectories().Select(version => version.Name).Where(version => Version.TryParse(version, out _))
            .MaxBy(version => Version.Parse(version));
    }
}
