using Microsoft.DotNet.Interactive;

namespace UserOps.Notebooks.Packages;

/// <summary>Shows in a cell that it waits for packages, and in the same place what came.</summary>
internal sealed class RestoreProgress
{
    private DisplayedValue? _shown;

    public void Tell(string text)
    {
        if (_shown is null)
            _shown = text.Display();
        else
            _shown.Update(text);
    }

    /// <summary>Replaces what was told; nothing is shown when nothing was.</summary>
    public void Finish(IEnumerable<PackageRequest> requests, RestoredPackages packages) =>
        _shown?.Update($"Packages: {string.Join(", ", requests.Select(request => $"{request.Name} {packages.Versions.GetValueOrDefault(request.Name)}"))}");
}
