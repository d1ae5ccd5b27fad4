using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Magics;

/// <summary>The references that a notebook will ask for, found without running it; files that it imports count too.</summary>
internal static class NotebookDirectives
{
    public static List<CellPart.Directive> Of(NotebookDocument document, string folder)
    {
        var found = new List<CellPart.Directive>();
        Collect(document, folder, found, []);
        return found;
    }

    private static void Collect(NotebookDocument document, string folder, List<CellPart.Directive> found, HashSet<string> seen)
    {
        foreach (var directive in document.Cells.Where(cell => cell.IsCode).SelectMany(cell => CellParser.Parse(cell.Source, cell.Language)).OfType<CellPart.Directive>())
            if (CellParser.IsHoisted(directive))
                found.Add(directive);
            else if (directive.Name is "#!import" or "#load" && ImportDirective.FileOf(DirectiveArguments.Parse(directive.Arguments)) is { } file)
                CollectImported(Path.GetFullPath(file, folder), found, seen);
    }

    private static void CollectImported(string path, List<CellPart.Directive> found, HashSet<string> seen)
    {
        if (!seen.Add(path) || !File.Exists(path))
            return;
        try
        {
            Collect(NotebookFile.Load(path), Path.GetDirectoryName(path)!, found, seen);
        }
        catch (NotebookException)
        {
            // The cell that imports it tells what is wrong with it.
        }
    }
}
