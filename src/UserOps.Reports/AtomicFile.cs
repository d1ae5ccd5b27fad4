using System.Text;

namespace UserOps.Reports;

/// <summary>Writes files so that a reader sees the old one or the new one, never half of one.</summary>
internal static class AtomicFile
{
    public static void Write(string path, string text)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot write '{path}': {problem.Message} Close programs that hold it, free space, or name another folder with --out.", problem);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
