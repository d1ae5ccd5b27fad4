using System.Text;
using UserOps.Data;
using UserOps.Testing;

namespace UserOps.Tests.Data.Malformed;

/// <summary>Whatever the bytes are: the export opens with every row accounted for, or one message says why it does not.</summary>
public class MalformedExportTests
{
    private static readonly OpenOptions Options = new() { UseCache = false };

    [Fact]
    public void Twenty_malformed_exports_open_with_every_row_accounted_for_or_are_refused_in_one_message() => Check(0, 20);

    [SlowFact]
    public void Two_hundred_malformed_exports_open_with_every_row_accounted_for_or_are_refused_in_one_message() => Check(1000, 200);

    private static void Check(int firstSeed, int count)
    {
        var outcomes = Enumerable.Range(firstSeed, count).Select(seed => (Seed: seed, Problem: Problem(seed, out bool opened), Opened: opened)).ToList();
        string problems = string.Join('\n', outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => $"seed {outcome.Seed}: {outcome.Problem}"));
        Assert.True(problems.Length == 0, problems);
        Assert.InRange(outcomes.Count(outcome => outcome.Opened), count / 5, count * 4 / 5);
    }

    /// <summary>What is wrong with the way the export of a seed was treated; null when nothing is.</summary>
    private static string? Problem(int seed, out bool opened)
    {
        using var folder = new TemporaryFolder();
        string path = MalformedExport.Write(seed, folder.Path);
        opened = false;
        try
        {
            var data = Dataset.Open(path, Options, cancellation: TestContext.Current.CancellationToken);
            opened = true;
            return Unaccounted(data) ?? Lost(path, data) ?? Unusable(data);
        }
        catch (UserOpsException refusal)
        {
            return refusal.Message.Length is > 20 and < 3000 ? null : $"a message of {refusal.Message.Length} characters: {refusal.Message[..Math.Min(200, refusal.Message.Length)]}";
        }
        catch (Exception other) when (other is not OperationCanceledException)
        {
            return other.ToString();
        }
    }

    private static string? Unaccounted(Dataset data) => data.Quality.Tables
        .Where(table => table.RowsRead != table.RowsKept + table.Dropped.Sum(finding => finding.Count))
        .Select(table => $"{table.RowsRead} rows read, {table.RowsKept} kept, {table.Dropped.Sum(finding => finding.Count)} dropped").FirstOrDefault();

    /// <summary>Where lines can be counted without knowing about quotes and encodings, each line but the header and blank ones is a row read.</summary>
    private static string? Lost(string path, Dataset data)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (!path.EndsWith(".csv", StringComparison.Ordinal) || bytes.Contains((byte)'"') || bytes.Contains((byte)0) || data.Quality.Tables.Count != 1)
            return null;
        int lines = Encoding.Latin1.GetString(bytes).Split('\n', '\r').Count(line => line.Length > 0) - 1;
        return data.Quality.Tables[0].RowsRead == lines ? null : $"{lines} rows in the file, {data.Quality.Tables[0].RowsRead} read";
    }

    private static string? Unusable(Dataset data)
    {
        if (data.Quality.ToString().Length == 0 || data.Identity.Files.Count == 0)
            return "no quality report";
        return data.Has(TableKind.Events) && data.Events.Count > data.Table(TableKind.Events).RowCount ? "more events than rows" : null;
    }
}
