using UserOps.Notebooks.Magics;

namespace UserOps.Notebooks.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The version or range; null takes what is loaded, else the newest release.</param>
internal sealed record PackageRequest(string Name, string? Version)
{
    private const string Scheme = "nuget:";

    /// <summary>Whether what stands behind <c>#r</c> or <c>#i</c> is a package or a package source.</summary>
    public static bool IsPackage(string arguments) => TextOf(arguments).StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands behind <c>nuget:</c>.</summary>
    public static string Body(string arguments) => TextOf(arguments)[Scheme.Length..].Trim();

    /// <summary>The path or package without its quotes.</summary>
    public static string TextOf(string arguments)
    {
        int start = arguments.IndexOf('"', StringComparison.Ordinal);
        int end = start < 0 ? -1 : arguments.IndexOf('"', start + 1);
        return end < 0 ? DirectiveArguments.Unquote(arguments).Trim() : arguments[(start + 1)..end].Trim();
    }

    /// <summary>Reads <c>"nuget: Name, Version"</c>.</summary>
    /// <exception cref="NotebookException">It names no package, or has characters that no package or version has.</exception>
    public static PackageRequest Parse(string arguments)
    {
        string[] parts = Body(arguments).Split(',', 2, StringSplitOptions.TrimEntries);
        string? version = parts.Length == 1 || parts[1] is "" or "*" ? null : parts[1];
        if (parts[0].Length == 0 || !parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            || version?.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '*' or '[' or ']' or '(' or ')' or ',' or ' ') == false)
            throw new NotebookException($"#r {arguments} names no package: write #r \"nuget: Name, 1.2.3\".");
        return new(parts[0], version);
    }

    /// <summary>Whether it asks for the package, in any version.</summary>
    public bool IsFor(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What to know about the version that is used; null when it is the one that was asked for.</summary>
    public string? NoteOf(string used) =>
        Version is null || Version.Contains('*', StringComparison.Ordinal) ? $"{Name} {used} is used. To keep to it: #r \"nuget: {Name}, {used}\"."
        : char.IsAsciiDigit(Version[0]) && Version != used && !SameNumbers(Version, used) ? $"{this} was asked for; {used} is the nearest that works here, and is used."
        : null;

    /// <summary>Whether two versions differ only in zeros at their end.</summary>
    private static bool SameNumbers(string one, string other) => Trimmed(one) == Trimmed(other);

    private static string Trimmed(string version)
    {
        string plain = version.Split('+')[0];
        while (plain.EndsWith(".0", StringComparison.Ordinal))
            plain = plain[..^2];
        return plain;
    }

    /// <summary>The package as a cell writes it.</summary>
    public override string ToString() => Version is null ? Name : $"{Name} {Version}";
}
