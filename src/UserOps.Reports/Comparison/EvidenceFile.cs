using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Differences;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Comparison;

/// <summary>The evidence behind the metrics of a report, beside its metrics file: compressed, without ids of users. Equal evidence gives equal bytes.</summary>
/// <remarks>
/// A header in JSON (trees, dimensions, variances by metric), the keys of all users once, then for each metric the places of its users among them and their parts. For 5,000 users and 25 metrics
/// about 200 kB. It says nothing about a user by name, but what each one adds: it stays in the folder of runs and is not handed out.
/// </remarks>
internal static class EvidenceFile
{
    public const string Extension = ".evidence.gz";

    private const string Mark = "userops evidence";
    private const int Version = 1;

    public static byte[] Write(KeptEvidence evidence)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new GZipStream(bytes, CompressionLevel.Optimal)))
            Write(writer, evidence.Secret, [.. evidence.ByMetric.OrderBy(pair => pair.Key, StringComparer.Ordinal)]);
        return bytes.ToArray();
    }

    /// <exception cref="UserOpsException">The file was written by a later version, or is damaged.</exception>
    public static KeptEvidence Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, path);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or JsonException or FormatException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            throw new UserOpsException($"'{path}' is damaged ({problem.Message}). Without it the run can still be compared, more coarsely: remove the file.", problem);
        }
    }

    /// <summary>Reads what <see cref="Write(KeptEvidence)"/> wrote.</summary>
    public static KeptEvidence Read(Stream stream, string path)
    {
        using var reader = new BinaryReader(new GZipStream(stream, CompressionMode.Decompress));
        return Read(reader, path);
    }

    private static void Write(BinaryWriter writer, string secret, KeyValuePair<string, UserEvidence>[] evidence)
    {
        ulong[] users = [.. evidence.SelectMany(pair => pair.Value.Influence?.Keys.ToArray() ?? []).Distinct().Order()];
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(secret);
        writer.Write(new JsonArray([.. evidence.Select(Header)]).ToJsonString());
        writer.Write(users.Length);
        foreach (ulong user in users)
            writer.Write(user);
        foreach (var influence in evidence.Select(pair => pair.Value.Influence).OfType<Influence>())
            Write(writer, users, influence);
    }

    private static JsonObject Header(KeyValuePair<string, UserEvidence> metric) => SortedJson.Present(
        ("metric", metric.Key),
        ("parts", EvidenceJson.Of(metric.Value)),
        ("influence", metric.Value.Influence is { } influence
            ? SortedJson.Object(("variance", influence.Variance), ("users", influence.Users), ("halvings", influence.Halvings), ("kept", influence.Keys.Length))
            : null));

    private static void Write(BinaryWriter writer, ulong[] users, Influence influence)
    {
        int last = -1;
        foreach (ulong key in influence.Keys)
        {
            int place = Array.BinarySearch(users, key);
            writer.Write7BitEncodedInt(place - last);
            last = place;
        }
        foreach (float part in influence.Values)
            writer.Write(part);
    }

    private static KeptEvidence Read(BinaryReader reader, string path)
    {
        if (reader.ReadString() != Mark)
            throw new InvalidDataException("it is no evidence of metrics");
        if (reader.ReadInt32() is > Version and var version)
            throw new UserOpsException($"'{path}' was written by a later version of this program (format {version}; this one reads up to {Version}). Use that version to compare the run.");
        string secret = reader.ReadString();
        var header = (JsonArray)JsonNode.Parse(reader.ReadString())!;
        ulong[] users = new ulong[reader.ReadInt32()];
        for (int i = 0; i < users.Length; i++)
            users[i] = reader.ReadUInt64();
        return new(secret, header.ToDictionary(
            metric => (string)metric!["metric"]!,
            metric => EvidenceJson.Read(metric!["parts"]!) with { Influence = metric["influence"] is { } influence ? Read(reader, users, influence) : null },
            StringComparer.Ordinal));
    }

    private static Influence Read(BinaryReader reader, ulong[] users, JsonNode header)
    {
        var (keys, parts) = (new ulong[(int)header["kept"]!], new float[(int)header["kept"]!]);
        int place = -1;
        for (int i = 0; i < keys.Length; i++)
            keys[i] = users[place += reader.Read7BitEncodedInt()];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = reader.ReadSingle();
        return new((double)header["variance"]!, (long)header["users"]!, (int)header["halvings"]!, keys, parts);
    }
}
