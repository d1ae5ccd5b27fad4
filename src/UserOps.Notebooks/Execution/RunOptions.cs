using System.Reflection;

namespace UserOps.Notebooks.Execution;

/// <summary>How a notebook is run without a person watching.</summary>
public sealed record RunOptions
{
    /// <summary>The folder in which cells run: the notebook's own.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Values for variables of the cell tagged <c>parameters</c>, by name, as text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Assemblies that notebooks may use without a package; <c>#r "nuget: X"</c> of one of these names is satisfied by it.</summary>
    public IReadOnlyList<Assembly> InBox { get; init; } = [];

    /// <summary>Namespaces imported into every cell besides the engine's own.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>The folder in which answered requests for packages are kept; null for the engine's own.</summary>
    public string? PackageCache { get; init; }

    /// <summary>How long one cell may take; null is without limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long the whole notebook may take; null is without limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether later cells run after one has failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Where the executed notebook is saved after each cell, or null; the library that draws its charts without a network joins it at the end.</summary>
    public string? SaveTo { get; init; }
}
