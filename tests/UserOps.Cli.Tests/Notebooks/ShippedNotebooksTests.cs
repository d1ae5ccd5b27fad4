using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UserOps.Notebooks.Documents;
using UserOps.Testing;

namespace UserOps.Cli.Tests.Notebooks;

public class ShippedNotebooksTests
{
    private static string[] All { get; } = [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_notebook_asks_in_its_title_has_parameters_and_is_stored_without_outputs() =>
        Assert.All(All.Select(NotebookFile.Load), notebook =>
        {
            Assert.EndsWith("?", notebook.Title, StringComparison.Ordinal);
            Assert.Single(notebook.Cells, cell => cell.Tags.Contains("parameters"));
            Assert.All(notebook.Cells, cell => Assert.Empty(cell.Outputs));
        });

    private const string Blank = "blank";

    [Fact]
    public async Task The_shop_and_its_Chinese_dress_give_the_same_numbers()
    {
        using var work = new Workplace();
        var plain = await Numbers(work, "plain", Path.Combine(Repository.Root, "data-samples", "shop"));
        var chinese = await Numbers(work, "chinese", Path.Combine(Repository.Root, "data-samples", "shop-zh"));
        Assert.Equal(All.Length, plain.Count);
        Assert.Contains("audience.lapsed_buyers", plain["04-segments"], StringComparison.Ordinal);
        Assert.Contains("churn.list_profit", plain["05-churn"], StringComparison.Ordinal);
        Assert.Contains("ltv.to_cac", plain["06-lifetime-value"], StringComparison.Ordinal);
        Assert.All(["attribution.top_share", "attribution.measured", "budget.gain"], metric => Assert.Contains(metric, plain["10-attribution-and-budget"], StringComparison.Ordinal));
        Assert.Contains("uplift.list_gain", plain["11-uplift-targeting"], StringComparison.Ordinal);
        Assert.All((string[])["campaigns.holdout_profit", "campaigns.region_lift", "campaigns.frequency_cap"], name => Assert.Contains(name, plain["09-campaign-roi"], StringComparison.Ordinal));
        Assert.Contains("experiment.lift", plain["08-ab-test"], StringComparison.Ordinal);
        Assert.True(plain.Sum(notebook => notebook.Value.Split("\"value\"").Length - 1) > 20);
        Assert.Equal(plain, chinese);
        string[] undefined = [.. plain.Values.SelectMany(numbers => JsonNode.Parse(numbers)!.AsObject().Select(number => number.Key)).Where(name => !IsDefined(name))];
        Assert.True(undefined.Length == 0, $"Without a definition in definitions-en.tsv and definitions-zh.tsv: {string.Join(", ", undefined)}");
    }

    /// <remarks>Sums of parts that threads made would differ in their last digits with the number of threads.</remarks>
    [SlowFact]
    public async Task Numbers_and_outputs_are_the_same_bytes_on_one_processor_and_on_four_and_side_by_side()
    {
        using var work = new Workplace();
        foreach (string processors in (string[])["1", "4"])
            Assert.Equal(0, (await Program.RunAsync(Repository.Root, ["report", "--out", work[processors]], null, ("DOTNET_PROCESSOR_COUNT", processors))).Code);
        Assert.Equal(0, (await Program.RunAsync(Repository.Root, ["report", "--out", work["jobs"], "--jobs", "2"])).Code);
        foreach (string file in Directory.GetFiles(work["1"]).Where(file => !file.EndsWith(".html", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)))
            foreach (string other in (string[])["4", "jobs"])
                Assert.True(File.ReadAllBytes(work[$"1/{file}"]).AsSpan().SequenceEqual(File.ReadAllBytes(work[$"{other}/{file}"])), $"{file} differs: {other}");
    }

    private static bool IsDefined(string metric) => File.ReadLines(Path.Combine(Repository.Root, "src", "UserOps.Reports", "Assets", "definitions-en.tsv"))
        .Select(line => line.Split('\t')[0]).Any(name => Regex.IsMatch(metric, "^" + Regex.Escape(name).Replace("\\*", "[0-9]+", StringComparison.Ordinal) + "$"));

    [Fact]
    public async Task An_export_of_events_alone_gives_every_report()
    {
        using var work = new Workplace();
        var numbers = await Numbers(work, "out", PublicData.Path("retentioneering"));
        Assert.Contains("retention.d7", numbers["02-retention-and-lifecycle"], StringComparison.Ordinal);
        Assert.Contains("core_path.conversion", numbers["03-core-path"], StringComparison.Ordinal);
        Assert.Contains("churn.auc", numbers["05-churn"], StringComparison.Ordinal);
        Assert.Contains("survival.", numbers["07-survival"], StringComparison.Ordinal);
        Assert.Equal(Blank, numbers["11-uplift-targeting"]);
        Assert.Equal(Blank, numbers["09-campaign-roi"]);
    }

    [Fact]
    public async Task Seven_files_of_order_lines_give_every_report_with_a_declared_amount()
    {
        using var work = new Workplace();
        var numbers = await Numbers(work, "out", PublicData.Path("online-retail"),
            "--map", "orders.user_id=CustomerID", "--map", "orders.order_id=InvoiceNo", "--map", "orders.at=InvoiceDate", "--map", "orders.amount=Quantity*UnitPrice");
        Assert.Contains("revenue.", numbers["01-aarrr-review"], StringComparison.Ordinal);
        Assert.Equal(Blank, numbers["03-core-path"]);
        Assert.Equal("{}", numbers["09-campaign-roi"]);
        Assert.Contains("survival.median", numbers["07-survival"], StringComparison.Ordinal);
        Assert.Contains("ltv.customers_12m", numbers["06-lifetime-value"], StringComparison.Ordinal);
        Assert.Contains("\"label\":\"Customers\",\"unit\":\"customers\",\"value\":2960", numbers["04-segments"], StringComparison.Ordinal);
        Assert.Contains("churn.list_profit", numbers["05-churn"], StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task Segments_are_told_from_a_file_without_headings_and_from_Chinese_ones_by_parameters_alone()
    {
        using var work = new Workplace();
        var cdnow = await Numbers(work, "cdnow", PublicData.Path("cdnow/CDNOW_sample.txt"), ["04-segments"],
            "-p", "columns=master_id,customer_id,date,cds,amount", "--map", "orders.user_id=customer_id");
        Assert.Contains("\"label\":\"Customers\",\"unit\":\"customers\",\"value\":2349", cdnow["04-segments"], StringComparison.Ordinal);
        var chinese = await Numbers(work, "tmall", PublicData.Path("zh-tmall-orders"), ["04-segments"], "--map", "orders.user_id=收货地址");
        Assert.Contains("\"label\":\"Customers\",\"unit\":\"customers\",\"value\":30", chinese["04-segments"], StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task A_ready_table_of_churn_needs_its_two_columns_named_and_nothing_else()
    {
        using var work = new Workplace();
        var telco = await Numbers(work, "out", PublicData.Path("telco-churn"), ["05-churn"], "-p", "target=Churn", "-p", "id=customerID");
        Assert.InRange((double)JsonNode.Parse(telco["05-churn"])!["churn.auc"]!["value"]!, 0.845, 0.87);
    }

    [SlowFact]
    public async Task An_experiment_in_a_ready_table_needs_its_columns_named_and_nothing_else()
    {
        using var work = new Workplace();
        var hillstrom = await Numbers(work, "out", PublicData.Path("hillstrom/hillstrom.csv.gz"), ["11-uplift-targeting"],
            "-p", "arm=segment", "-p", "outcome=visit", "-p", "control=No E-Mail", "-p", "notKnown=conversion", "-p", "notKnown=spend");
        var metrics = JsonNode.Parse(hillstrom["11-uplift-targeting"])!;
        Assert.Equal(0.0765895637, (double)metrics["uplift.effect"]!["value"]!, 1e-9);
        Assert.NotNull(metrics["uplift.list_gain"]);
    }

    [SlowFact]
    public async Task Public_experiments_are_judged_by_parameters_alone()
    {
        using var work = new Workplace();
        var cats = await Numbers(work, "cats", PublicData.Path("cookie-cats"), ["08-ab-test"], "-p", "variant=version", "-p", "id=userid", "-p", "segments=",
            "-p", "metrics=retention_7", "-p", "metrics=retention_1", "-p", "metrics=sum_gamerounds");
        Assert.InRange((double)JsonNode.Parse(cats["08-ab-test"])!["experiment.sample_ratio_p"]!["value"]!, 0.0086, 0.0088);
        var pages = await Numbers(work, "pages", PublicData.Path("udacity-ab/ab_data.csv.gz"), ["08-ab-test"], "-p", "variant=group", "-p", "id=user_id", "-p", "at=timestamp",
            "-p", "segments=", "-p", "metrics=converted");
        Assert.Equal(-0.0131, (double)JsonNode.Parse(pages["08-ab-test"])!["experiment.lift"]!["value"]!, 4);
    }

    [SlowFact]
    public async Task A_wide_table_of_customers_gives_the_survival_report_with_its_columns_named()
    {
        using var work = new Workplace();
        var telco = await Numbers(work, "out", PublicData.Path("telco-churn"), ["07-survival"],
            "-p", "duration=tenure", "-p", "left=Churn", "-p", "id=customerID", "-p", "unit=months", "-p", "by=Contract",
            "-p", "drivers=Contract", "-p", "drivers=MonthlyCharges", "-p", "against=", "-p", "horizon=3", "-p", "value=500");
        Assert.Contains("survival.save_profit", telco["07-survival"], StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task Lifetime_value_is_told_from_a_file_without_headings_by_parameters_alone()
    {
        using var work = new Workplace();
        var cdnow = await Numbers(work, "cdnow", PublicData.Path("cdnow/CDNOW_sample.txt"), ["06-lifetime-value"],
            "-p", "columns=master_id,customer_id,date,cds,amount", "-p", "horizonDays=60", "--map", "orders.user_id=customer_id");
        Assert.Contains("ltv.customers_12m", cdnow["06-lifetime-value"], StringComparison.Ordinal);
        Assert.DoesNotContain("ltv.to_cac", cdnow["06-lifetime-value"], StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task A_table_of_paths_and_one_by_week_give_attribution_and_a_budget_by_parameters_alone()
    {
        using var work = new Workplace();
        var paths = await Numbers(work, "paths", PublicData.Path("channel-attribution/PathData.csv.gz"), ["10-attribution-and-budget"],
            "-p", "path=path", "-p", "nulls=total_null", "-p", "value=total_conversion_value");
        Assert.Equal(19_785.0 / 88_387, (double)JsonNode.Parse(paths["10-attribution-and-budget"])!["attribution.base_rate"]!["value"]!, 12);
        Assert.DoesNotContain("budget.gain", paths["10-attribution-and-budget"], StringComparison.Ordinal);
        var weeks = await Numbers(work, "weeks", PublicData.Path("robyn/dt_simulated_weekly.csv"), ["10-attribution-and-budget"],
            "-p", "outcome=revenue", "-p", "spend=tv_S", "-p", "spend=ooh_S", "-p", "spend=print_S", "-p", "spend=search_S", "-p", "spend=facebook_S",
            "-p", "context=competitor_sales_B", "-p", "context=newsletter", "-p", "context=events", "-p", "holidays=christmas=12-25");
        Assert.InRange((double)JsonNode.Parse(weeks["10-attribution-and-budget"])!["budget.holdout_error"]!["value"]!, 0.01, 0.2);
        Assert.Contains("budget.gain", weeks["10-attribution-and-budget"], StringComparison.Ordinal);
    }

    /// <summary>The metrics of every notebook after a report that ended well, as canonical JSON.</summary>
    private static Task<SortedDictionary<string, string>> Numbers(Workplace work, string folder, string data, params string[] more) =>
        Numbers(work, folder, data, [.. All.Select(notebook => Path.GetFileNameWithoutExtension(notebook)!)], more);

    /// <summary>The metrics of some notebooks after a report that ended well, as canonical JSON.</summary>
    private static async Task<SortedDictionary<string, string>> Numbers(Workplace work, string folder, string data, string[] names, params string[] more)
    {
        var notebooks = names.Select(name => Path.Combine(Repository.Root, "notebooks", name + ".ipynb"));
        var ended = await Cli.RunAsync(["report", .. notebooks, "--data", data, "--out", work[folder], .. more]);
        string[] blank = [.. names.Where(name => ended.Messages.Contains($"{name}: Every section stays blank", StringComparison.Ordinal))];
        Assert.True(ended.Code == (blank.Length == 0 ? 0 : 2), ended.Messages);
        return new(names.ToDictionary(
            name => name, name => blank.Contains(name) ? Blank : JsonNode.Parse(File.ReadAllText(work[$"{folder}/{name}.metrics.json"]))!["metrics"]!.ToJsonString()));
    }
}
