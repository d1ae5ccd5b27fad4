using UserOps.Notebooks.Magics;

namespace UserOps.Notebooks.Assistance;

/// <summary>Completes and explains lines such as <c>#!time</c>, and the files behind <c>#r</c>, <c>#load</c> and <c>#!import</c>.</summary>
internal static class DirectiveCompletion
{
    private static readonly Dictionary<string, string[]> FileEndings = new(StringComparer.Ordinal)
    {
        ["#r"] = [".dll"],
        ["#load"] = [".csx", ".cs", ".ipynb", ".dib"],
        ["#!import"] = [".csx", ".cs", ".ipynb", ".dib"],
    };

    /// <summary>The choices; null where the place is in no directive.</summary>
    public static CompletionList? TryComplete(string cell, int position, string folder)
    {
        int start = LineStart(cell, position), end = LineEnd(cell, position);
        string line = cell[start..end], before = cell[start..position];
        if (!line.StartsWith('#') || position == start)
            return null;
        int space = line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var found ? found : line.Length;
        if (before.Length <= space)
            return new([.. Directives.Known.Where(known => known.Name.StartsWith(before, StringComparison.OrdinalIgnoreCase)).Select(Item)], start, start + space);
        return FileEndings.TryGetValue(line[..space], out string[]? endings) ? Files(before[space..], endings, folder, position) : new([], position, position);
    }

    /// <summary>What the directive at the place does; null where there is none.</summary>
    public static HoverText? TryExplain(string cell, int position)
    {
        int start = LineStart(cell, position);
        string line = cell[start..LineEnd(cell, position)];
        string name = line.Split(' ')[0];
        return Directives.Known.FirstOrDefault(known => known.Name == name) is { Name: not null } directive ? new(directive.Help, start, start + name.Length) : null;
    }

    private static CompletionItem Item((string Name, string Help) directive) => new(directive.Name, CompletionKind.Directive, () => directive.Help, () => directive.Help);

    private static CompletionList Files(string before, string[] endings, string folder, int position)
    {
        string written = before.TrimStart().TrimStart('"');
        int slash = written.LastIndexOfAny(['/', '\\']) + 1;
        var directory = new DirectoryInfo(Path.Combine(folder, written[..slash]));
        if (!directory.Exists || written.StartsWith("nuget", StringComparison.OrdinalIgnoreCase))
            return new([], position, position);
        var names = directory.EnumerateFileSystemInfos().Where(entry => entry is DirectoryInfo || endings.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            .Where(entry => !entry.Name.StartsWith('.') && entry.Name.StartsWith(written[slash..], StringComparison.OrdinalIgnoreCase))
            .Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name).Order(StringComparer.OrdinalIgnoreCase);
        return new([.. names.Select(name => new CompletionItem(name, CompletionKind.File))], position - (written.Length - slash), position);
    }

    private static int LineStart(string cell, int position) => position == 0 ? 0 : cell.LastIndexOf('\n', position - 1) + 1;

    private static int LineEnd(string cell, int position) => cell.IndexOfAny(['\r', '\n'], position) is >= 0 and var end ? end : cell.Length;
}
