namespace UserOps.Samples;

/// <summary>The files of an export: written under other names, and given their own when everything is complete.</summary>
internal sealed class ShopFiles(string folder, ShopOptions options) : IDisposable
{
    private const string Unfinished = ".unfinished";

    private readonly Dress _dress = Dress.Of(options);
    private readonly Dictionary<Layout, CsvFile> _tables = [];
    private readonly List<string> _files = [];

    public CsvFile Open(Layout layout)
    {
        var table = new CsvFile(Create(_dress.FileOf(layout)), layout, _dress, options);
        _tables.Add(layout, table);
        return table;
    }

    /// <summary>Adds a text file in UTF-8.</summary>
    public void Write(string name, string text)
    {
        using var writer = new StreamWriter(Create(name)) { NewLine = "\n" };
        writer.Write(text);
    }

    /// <summary>Rows of each table.</summary>
    public IReadOnlyDictionary<string, long> Rows => _tables.Where(table => table.Value.Rows > 0).ToDictionary(table => table.Key.Name, table => table.Value.Rows);

    /// <summary>Gives all files their names; a table without a row is left out, as no export has one.</summary>
    public void Complete()
    {
        foreach (var (layout, table) in _tables)
        {
            table.Dispose();
            if (table.Rows == 0)
                LeaveOut(Path.Combine(folder, _dress.FileOf(layout)));
        }
        foreach (string file in _files)
            File.Move(file + Unfinished, file, overwrite: true);
        _files.Clear();
    }

    /// <summary>Leaves nothing half-written behind.</summary>
    public void Dispose()
    {
        try
        {
            foreach (var table in _tables.Values)
                table.Dispose();
        }
        finally
        {
            foreach (string file in _files)
                File.Delete(file + Unfinished);
        }
    }

    private void LeaveOut(string file)
    {
        _files.Remove(file);
        File.Delete(file + Unfinished);
        File.Delete(file);
    }

    private FileStream Create(string name)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, name);
        _files.Add(file);
        return new(file + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
    }
}
