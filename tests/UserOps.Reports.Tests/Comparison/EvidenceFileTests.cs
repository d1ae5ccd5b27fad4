using System.IO.Compression;
using System.Text;
using UserOps.Data;
using UserOps.Differences;
using UserOps.Display;
using UserOps.Reports.Comparison;

namespace UserOps.Reports.Tests.Comparison;

public class EvidenceFileTests
{
    private static readonly DateTime Day = new(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>What the review of a small shop gives.</summary>
    private static Dictionary<string, UserEvidence> Evidence()
    {
        var data = Dataset.From(
            users: [.. Enumerable.Range(0, 40).Select(user => new UserRow($"customer-{user}@example.com", Day.AddDays(user % 20), user % 3 == 0 ? "search" : "social"))],
            events: [.. Enumerable.Range(0, 200).Select(i => new EventRow($"customer-{i % 40}@example.com", "visit", Day.AddDays(i % 40 % 20 + i / 40)))],
            orders: [.. Enumerable.Range(0, 30).Select(i => new OrderRow($"customer-{i}@example.com", Day.AddDays(i % 20 + 1), 10 + i))]);
        return Aarrr.Review(data).Metrics.Where(metric => metric.Evidence is not null).Select(metric => (metric.Name, Found: metric.Evidence!() as UserEvidence))
            .Where(pair => pair.Found is not null).ToDictionary(pair => pair.Name, pair => pair.Found!);
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        using var folder = new TemporaryFolder();
        var written = Evidence();
        File.WriteAllBytes(folder["a.evidence.gz"], EvidenceFile.Write(new("secret", written)));
        var read = EvidenceFile.Read(folder["a.evidence.gz"]).ByMetric;
        Assert.Equal(written.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, was) in written)
        {
            Assert.Equal((was.Days, was.IsTotal), (read[name].Days, read[name].IsTotal));
            Assert.Equal((was.Influence!.Variance, was.Influence.Users, was.Influence.Halvings), (read[name].Influence!.Variance, read[name].Influence!.Users, read[name].Influence!.Halvings));
            Assert.Equal(was.Influence.Keys.ToArray(), read[name].Influence!.Keys.ToArray());
            Assert.Equal(was.Influence.Values.ToArray(), read[name].Influence!.Values.ToArray());
            Assert.Equal(was.Tree?.Nodes.Select(pair => (pair.Node.Name, pair.Node.Value, pair.Node.Format)), read[name].Tree?.Nodes.Select(pair => (pair.Node.Name, pair.Node.Value, pair.Node.Format)));
            Assert.Equal(was.Dimensions.SelectMany(dimension => dimension.Parts), read[name].Dimensions.SelectMany(dimension => dimension.Parts));
        }
        Assert.Contains(written.Values, one => one.Tree is not null);
        Assert.Contains(written.Values, one => one.Dimensions.Count > 0);
    }

    [Fact]
    public void Equal_evidence_gives_equal_bytes() => Assert.Equal(EvidenceFile.Write(new("secret", Evidence())), EvidenceFile.Write(new("secret", Evidence())));

    [Fact]
    public void What_another_process_collected_counts_as_if_it_had_been_collected_here()
    {
        using var there = EvidenceCollection.Start();
        using (Output.RedirectTo(_ => { }))
            Report.Metrics([new Metric("x", 1, "users") { Evidence = () => new UserEvidence { Days = 7, Influence = new(1, 2, 0, [5, 9], [0.5f, -0.5f]) } }]);
        using var here = EvidenceCollection.Start();
        here.Add(null);
        here.Add(there.ToBytes());
        Assert.Equal((7, 2), (here.Found["x"].Days, here.Found["x"].Influence!.Users));
        Assert.Equal([5UL, 9UL], here.Found["x"].Influence!.Keys.ToArray());
    }

    [Fact]
    public void No_id_stands_in_the_file_and_the_hash_of_a_user_depends_on_the_secret_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        RunSalt one = RunSalt.Of(folder["one"]), other = RunSalt.Of(folder["other"]);
        var (first, second) = (Salted(one), Salted(other));
        using var plain = new StreamReader(new GZipStream(new MemoryStream(EvidenceFile.Write(new(one.Name, first))), CompressionMode.Decompress), Encoding.Latin1);
        Assert.DoesNotContain("customer", plain.ReadToEnd(), StringComparison.Ordinal);
        Assert.NotEqual(one.Name, other.Name);
        Assert.Empty(first["retention.d1"].Influence!.Keys.ToArray().Intersect(second["retention.d1"].Influence!.Keys.ToArray()));
        Assert.Equal(first["retention.d1"].Influence!.Keys.ToArray(), Salted(RunSalt.Of(folder["one"]))["retention.d1"].Influence!.Keys.ToArray());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder["one"], "runs", ".salt")));

        static Dictionary<string, UserEvidence> Salted(RunSalt salt) => Evidence().ToDictionary(pair => pair.Key, pair => pair.Value with { Influence = pair.Value.Influence?.Rehash(salt.Hash) });
    }

    [Fact]
    public void A_damaged_file_and_one_of_a_later_version_are_refused_plainly()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["cut"], EvidenceFile.Write(new("secret", Evidence()))[..200]);
        File.WriteAllText(folder["text"], "hello");
        using (var writer = new BinaryWriter(new GZipStream(File.Create(folder["later"]), CompressionLevel.Fastest)))
        {
            writer.Write("userops evidence");
            writer.Write(9);
        }
        Assert.Contains("is damaged", Assert.Throws<UserOpsException>(() => EvidenceFile.Read(folder["cut"])).Message, StringComparison.Ordinal);
        Assert.Contains("is damaged", Assert.Throws<UserOpsException>(() => EvidenceFile.Read(folder["text"])).Message, StringComparison.Ordinal);
        Assert.Contains("later version", Assert.Throws<UserOpsException>(() => EvidenceFile.Read(folder["later"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_is_computed_only_where_somebody_collects_it()
    {
        int asked = 0;
        var metric = new Metric("x", 1, "users") { Evidence = () => { asked++; return new UserEvidence { Days = 7 }; } };
        using var quiet = Output.RedirectTo(_ => { });
        Report.Metrics([metric]);
        Assert.Equal(0, asked);
        Dictionary<string, MetricEvidence> found = [];
        using (MetricEvidence.CollectTo((name, evidence) => found[name] = evidence))
            Report.Metrics([metric]);
        Report.Metrics([metric]);
        Assert.Equal((1, 7), (asked, ((UserEvidence)found["x"]).Days));
        Assert.DoesNotContain("vidence", metric.ToJson(), StringComparison.Ordinal);
    }
}
