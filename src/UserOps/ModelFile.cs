using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace UserOps;

/// <summary>A saved model as a file: its kind, the version of its form, a checksum, and its content as text. Written whole or not at all.</summary>
internal static class ModelFile
{
    private sealed record Envelope(string Kind, int Version, string Checksum, string Content);

    /// <summary>Writes a model; a reader sees the old file or the new one, never half of one.</summary>
    /// <exception cref="UserOpsException">The file cannot be written.</exception>
    public static void Write(string path, string kind, int version, string content)
    {
        string unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            File.WriteAllText(unfinished, JsonSerializer.Serialize(new Envelope(kind, version, Checksum(content), content)));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot write '{path}': {problem.Message} Close programs that hold it, free space, or name another folder.", problem);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The content of a model.</summary>
    /// <exception cref="UserOpsException">There is no such file, it holds something else, another version wrote it, or it is cut short or changed.</exception>
    public static string Read(string path, string kind, int version)
    {
        var envelope = Parse<Envelope>(path, Text(path));
        if (envelope.Kind != kind)
            throw new UserOpsException($"'{path}' holds '{envelope.Kind}'; a file of '{kind}' is needed. Name another file.");
        if (envelope.Version != version)
            throw new UserOpsException($"'{path}' has form {envelope.Version} of '{kind}'; this version reads form {version}. Make the model anew and save it.");
        return envelope.Checksum == Checksum(envelope.Content) ? envelope.Content : throw Damaged(path, null);
    }

    /// <summary>The object that the content describes.</summary>
    /// <exception cref="UserOpsException">The content is no such object.</exception>
    public static T Parse<T>(string path, string content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content) ?? throw Damaged(path, null);
        }
        catch (JsonException problem)
        {
            throw Damaged(path, problem);
        }
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot read '{path}': {problem.Message} Name a file that a model was saved to.", problem);
        }
    }

    private static UserOpsException Damaged(string path, Exception? problem) =>
        new($"'{path}' is no saved model, or one that is cut short or was changed; a whole file is needed. Save the model again or take a copy.", problem);

    private static string Checksum(string content) => Convert.ToHexString(XxHash3.Hash(Encoding.UTF8.GetBytes(content)));
}
