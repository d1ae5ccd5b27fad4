using System.Text.Json;
using UserOps.Display;
using UserOps.Experiments.Metrics;

namespace UserOps.Experiments;

/// <summary>A planted effect and what the experiment found.</summary>
/// <param name="Name">What is affected.</param>
/// <param name="Format">How it is printed.</param>
/// <param name="Planted">The effect that the simulation was made with.</param>
/// <param name="Found">The estimate; null where the report has none.</param>
public sealed record PlantedEffect(string Name, Format Format, double Planted, EffectEstimate? Found);

/// <summary>Whether a report found the effect that a made-up sample planted: a check of the method where the truth is known.</summary>
public sealed record PlantedEffects : AnalysisResult
{
    private const string Key = "checkout_test";

    internal PlantedEffects() { }

    /// <summary>The effects.</summary>
    public required IReadOnlyList<PlantedEffect> Effects { get; init; }

    /// <summary>Compares a report with the truth beside a sample: the share of users who pay, and the steps checkout and pay.</summary>
    /// <param name="report">The report; asked with the steps checkout and pay.</param>
    /// <param name="data">The folder of the sample, with its <c>truth.json</c>.</param>
    /// <exception cref="MissingDataException">The folder has no truth, as real data have none, or it is of another experiment.</exception>
    public static PlantedEffects Compare(ExperimentReport report, string data)
    {
        string path = Path.Combine(data, "truth.json");
        if (!File.Exists(path))
            throw new MissingDataException("Only made-up samples carry their truth; of real data nobody knows it.");
        using var truth = JsonDocument.Parse(File.ReadAllText(path));
        if (!truth.RootElement.TryGetProperty(Key, out var planted) || (report.Question as ExperimentDefinition)?.Experiment != planted.GetProperty("experiment").GetString())
            throw new MissingDataException("The truth beside the data is not that of this experiment.");
        var steps = report.Steps().Steps;
        double Number(string name) => planted.GetProperty(name).GetDouble();
        return new()
        {
            Effects =
            [
                new("Share of users who pay", Format.Points(2), Number("absolute_effect_on_users_who_pay"), Payers(report)),
                new("Checkouts a user, relative", Format.Percent(), Number("effect_on_anything_before_checkout"), steps.FirstOrDefault(step => step.Name == "checkout a user")?.Effect?.Relative),
                new("Payments a checkout, relative", Format.Percent(), Number("relative_effect_on_checkout_to_pay"), steps.FirstOrDefault(step => step.Name == "checkout → pay")?.Effect?.Relative),
            ],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What was planted, and what the experiment found",
        [new("Effect on", Format.Text), new("Planted", Format.Text), new("Found", Format.Text), new("Lower", Format.Text), new("Upper", Format.Text), new("Interval holds it", Format.Flag)],
        Effects.Select(one => new object?[]
        {
            one.Name, one.Format.Write(one.Planted), Write(one, one.Found?.Value), Write(one, one.Found?.Interval.Lower), Write(one, one.Found?.Interval.Upper), one.Found?.Interval.Contains(one.Planted),
        }),
        "the simulation says what the treatment does to each checkout; the share of users who pay follows from it");

    private static string? Write(PlantedEffect one, double? value) => value is { } found ? one.Format.Write(found) : null;

    private static EffectEstimate? Payers(ExperimentReport report) => report.Effects.Comparisons
        .FirstOrDefault(one => one.Metric is ExperimentMetric.Share { Of: Measure.Events events } && events.Names is ["pay"])?.Effect?.Absolute;
}
