namespace UserOps.Notebooks.Documents;

/// <summary>Reads and writes notebook files.</summary>
public static class NotebookFile
{
    /// <summary>Reads a notebook: <c>.ipynb</c> (nbformat 4), <c>.dib</c>, or a <c>.cs</c>/<c>.csx</c> script as a notebook of one cell.</summary>
    /// <exception cref="NotebookException">The file is missing, cannot be read, or is no notebook.</exception>
    public static NotebookDocument Load(string path)
    {
        byte[] content = Read(path);
        string name = Path.GetFileName(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".IPYNB" => IpynbReader.Read(content, name),
            ".DIB" => DibReader.Read(NotebookText.Decode(content, name)),
            ".CS" or ".CSX" => new([new("csharp", NotebookText.Decode(content, name))]),
            _ => throw new NotebookException($"{name} ends in '{Path.GetExtension(path)}': a notebook is .ipynb or .dib, a script .csx or .cs."),
        };
    }

    /// <summary>Writes a notebook as <c>.ipynb</c>: to a new file beside the target that then takes its place, so that no half-written notebook is ever seen.</summary>
    /// <remarks>What was read from an <c>.ipynb</c> file and not changed keeps its bytes.</remarks>
    /// <exception cref="NotebookException">The path does not end in <c>.ipynb</c>, or cannot be written.</exception>
    public static void Save(NotebookDocument document, string path)
    {
        if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            throw new NotebookException($"A notebook with outputs is written as .ipynb, not as {Path.GetFileName(path)}.");
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, IpynbWriter.Write(document));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new NotebookException($"{path} cannot be written: {e.Message}", e);
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"There is no notebook at {path}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
