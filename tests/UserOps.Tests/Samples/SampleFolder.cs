using System.Globalization;
using System.Text.Json;
using UserOps.Samples;

namespace UserOps.Tests.Samples;

/// <summary>An event row of the sample as the file has it.</summary>
internal sealed record SampleEvent(string User, string Name, DateTime At, string Platform, string Content, string Product, string Entry);

/// <summary>The files of a sample in canonical dress, read as plainly as possible: independent of the library's own reader.</summary>
internal sealed class SampleFolder(string path)
{
    private const string TimeForm = "yyyy-MM-dd HH:mm:ss";

    private readonly Lazy<JsonElement> _truth = new(() => JsonDocument.Parse(File.ReadAllText(Path.Combine(path, "truth.json"))).RootElement);

    public static SampleFolder Of(string name) => new(Path.Combine(UserOps.Testing.Repository.Root, "data-samples", name));

    public string FilePath(string file) => Path.Combine(path, file);

    public JsonElement Truth => _truth.Value;

    public IEnumerable<string[]> Rows(string table) => File.ReadLines(FilePath(table + ".csv")).Skip(1).Select(line => line.Split(','));

    /// <summary>Users by id: the dirt is repeated rows and test accounts.</summary>
    public Dictionary<string, (DateTime SignupAt, string Channel, string Referrer, string Platform)> Users() => Rows("users")
        .Where(row => row[0][0] == 'U').DistinctBy(row => row[0]).ToDictionary(row => row[0], row => (Time(row[1]), row[2], row[3], row[4]));

    /// <summary>The events without dirt, in file order: each repeated row follows the row that it repeats.</summary>
    public IEnumerable<SampleEvent> CleanEvents()
    {
        string[] last = [];
        foreach (string[] row in Rows("events"))
        {
            if (row.Length == 8 && row[0].StartsWith('U') && !row[2].StartsWith("2106", StringComparison.Ordinal) && !row.SequenceEqual(last))
                yield return new(row[0], row[1], Time(row[2]), row[3], row[4], row[6], row[7]);
            last = row;
        }
    }

    public static DateTime Time(string text) => DateTime.ParseExact(text, TimeForm, CultureInfo.InvariantCulture);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Asserts that a share lies within so many standard errors of what was planted.</summary>
    public static void IsNear(double planted, long hits, long n, double errors = 3.5)
    {
        double error = Math.Sqrt(planted * (1 - planted) / n);
        Assert.True(Math.Abs((double)hits / n - planted) <= errors * error, FormattableString.Invariant(
            $"{hits} of {n} = {(double)hits / n:F4} lies more than {errors} standard errors ({error:F4}) from the planted {planted:F4}."));
    }
}

/// <summary>A shop large enough to see the planted truths, made once for all tests that look for them.</summary>
public sealed class LargeShop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("large-shop");

    public LargeShop()
    {
        ShopSample.Write(_folder.FullName, new() { Users = 40_000, Seed = 11 });
        Folder = new(_folder.FullName);
        Events = [.. Folder.CleanEvents()];
        Users = Folder.Users();
    }

    internal SampleFolder Folder { get; }

    internal IReadOnlyList<SampleEvent> Events { get; }

    internal IReadOnlyDictionary<string, (DateTime SignupAt, string Channel, string Referrer, string Platform)> Users { get; }

    public void Dispose() => _folder.Delete(true);
}

[CollectionDefinition(nameof(LargeShop))]
public sealed class LargeShopCollection : ICollectionFixture<LargeShop>;
