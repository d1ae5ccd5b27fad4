using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace UserOps.Segments.Clustering;

/// <summary>A model as a file: JSON with the version of its form and a checksum of its content.</summary>
internal static class ClusterModelFile
{
    private const string Kind = "userops clusters";
    private const int Version = 1;

    private sealed record Envelope(string Kind, int Version, string Checksum, string Model);

    public static void Write(ClusterModel model, string path)
    {
        string content = JsonSerializer.Serialize(model);
        ModelFile.Write(path, JsonSerializer.Serialize(new Envelope(Kind, Version, Checksum(content), content)));
    }

    public static ClusterModel Read(string path)
    {
        var envelope = Parse<Envelope>(path, ModelFile.Read(path));
        if (envelope.Kind != Kind)
            throw new UserOpsException($"'{path}' holds '{envelope.Kind}'; a file of '{Kind}' is needed. Name a file that {nameof(ClusterModel)}.{nameof(ClusterModel.Save)} wrote.");
        if (envelope.Version != Version)
            throw new UserOpsException($"'{path}' was written in form {envelope.Version}; this version reads form {Version}. Make the clusters anew and save them.");
        return envelope.Checksum == Checksum(envelope.Model) ? Parse<ClusterModel>(path, envelope.Model) : throw Damaged(path, null);
    }

    private static T Parse<T>(string path, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text) ?? throw Damaged(path, null);
        }
        catch (JsonException problem)
        {
            throw Damaged(path, problem);
        }
    }

    private static UserOpsException Damaged(string path, Exception? problem) =>
        new($"'{path}' is cut short or was changed after it was saved; a whole file is needed. Save the model again or take a copy.", problem);

    private static string Checksum(string content) => Convert.ToHexString(XxHash3.Hash(Encoding.UTF8.GetBytes(content)));
}
