using UserOps.Display;
using UserOps.Samples;

namespace UserOps.Survival;

/// <summary>A planted effect and what a Cox model made of it.</summary>
/// <param name="Driver">The driver, as the truth names it.</param>
/// <param name="Planted">What it adds to the logarithm of the hazard.</param>
/// <param name="Found">The model's coefficient of the same name; null where the model has none.</param>
public sealed record PlantedHazard(string Driver, double Planted, Coefficient? Found);

/// <summary>Whether a Cox model found what a made-up sample planted: a check of the method where the truth is known.</summary>
public sealed record PlantedHazards : AnalysisResult
{
    internal PlantedHazards() { }

    /// <summary>The model.</summary>
    public required CoxResult Model { get; init; }

    /// <summary>One entry a driver, in the order of the truth.</summary>
    public required IReadOnlyList<PlantedHazard> Drivers { get; init; }

    /// <summary>Compares a model with the truth that a sample carries; drivers and coefficients are matched by name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The folder of the sample, with its <c>truth.json</c>.</param>
    /// <exception cref="MissingDataException">The folder has no truth, as real data have none.</exception>
    public static PlantedHazards Compare(CoxResult model, string folder)
    {
        var found = model.Coefficients.ToDictionary(one => one.Name, StringComparer.Ordinal);
        return new()
        {
            Model = model,
            Drivers = [.. PlantedTruth.ChurnDrivers(folder).Select(driver => new PlantedHazard(driver.Name, driver.Coefficient, found.GetValueOrDefault(driver.Name)))],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "What was planted, and what the model found",
        [
            new("Driver", Format.Text), new("Planted (log hazard)", Format.Number()), new("Found", Format.Number()), new("Lower", Format.Number()), new("Upper", Format.Number()),
            new("Same way", Format.Flag), new("Interval holds it", Format.Flag),
        ],
        Drivers.Select(driver => new object?[]
        {
            driver.Driver, driver.Planted, driver.Found?.Estimate, driver.Found?.Interval.Lower, driver.Found?.Interval.Upper,
            driver.Found is null || driver.Planted == 0 ? null : Math.Sign(driver.Planted) == Math.Sign(driver.Found.Estimate), driver.Found?.Interval.Contains(driver.Planted),
        }),
        Model.Data.Describe(CoxWords.Of(Model)));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "The planted effects hold for a user of given frailty; users differ in it, and over all of them effects look smaller: those in danger leave early, and who remains is sturdier.",
        "Blank: the model was not asked about it.",
    ];
}
