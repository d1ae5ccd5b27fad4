using UserOps.Reports.Languages;

namespace UserOps.Serving;

/// <summary>What the page may read, and where it writes.</summary>
public sealed record ServeOptions
{
    /// <summary>The folders that exports are chosen from; nothing outside them is opened.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The folder that reports are written into.</summary>
    public required string Out { get; init; }

    /// <summary>The folder that uploaded files are kept in, for the owner alone.</summary>
    public required string Uploads { get; init; }

    /// <summary>The language of the page and of the reports that it runs.</summary>
    public Language Language { get; init; }

    /// <summary>The port; 0 takes one that is free.</summary>
    public int Port { get; init; }

    /// <summary>The most bytes that one upload may have.</summary>
    public long UploadLimit { get; init; } = 500_000_000;
}
