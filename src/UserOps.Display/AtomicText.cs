using System.Text;

namespace UserOps.Display;

/// <summary>Writes a text file so that a reader sees the old one or the new one, never half of one.</summary>
internal static class AtomicText
{
    /// <summary>Writes UTF-8 with a byte-order mark beside the file, then puts it in its place.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
                write(writer);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
