using System.Text;

namespace UserOps.Reports;

/// <summary>Writes files so that a reader sees the old one or the new one, never half of one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    public static void Copy(string source, string path) => Replace(path, temporary => File.Copy(source, temporary));

    public static void Write(string path, Action<Stream> write) => Replace(path, temporary =>
    {
        using var stream = File.Create(temporary);
        write(stream);
    });

    /// <summary>What to say when a file cannot be written.</summary>
    public static UserOpsException Refused(string path, Exception problem) =>
        new($"Cannot write '{path}': {problem.Message} Close programs that hold it, free space, or name another folder with --out.", problem);

    public static void MakeFolder(string path) => Try(path, () => Directory.CreateDirectory(path));

    public static void Delete(string path) => Try(path, () => File.Delete(path));

    private static void Try(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, problem);
        }
    }

    private static void Replace(string path, Action<string> write)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, problem);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
