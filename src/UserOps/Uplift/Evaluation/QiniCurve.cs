using UserOps.Display;
using UserOps.Display.Charts;
using UserOps.Statistics;

namespace UserOps.Uplift;

/// <summary>What is gained by contacting more and more users, those with the highest scores first.</summary>
/// <remarks>Qini curve of N. Radcliffe (2007), divided by the treated users. Equal scores enter together; bands are percentile bootstrap intervals.</remarks>
public sealed record QiniCurve : AnalysisResult
{
    internal QiniCurve() { }

    /// <summary>The curves: a name and the extra outcome for each user at every twentieth of the users contacted, none contacted first.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyList<Estimate> Heights)> Curves { get; init; }

    /// <summary>How many users were judged.</summary>
    public required int Users { get; init; }

    /// <summary>Whether the outcome is yes or no.</summary>
    public required bool IsBinary { get; init; }

    /// <summary>The arm; empty where there is only one.</summary>
    public string Arm { get; init; } = "";

    /// <summary>The confidence level of the bands.</summary>
    public required double Level { get; init; }

    internal static QiniCurve Of(IReadOnlyList<(string Name, UpliftScores Scores)> models, UpliftBootstrap bootstrap, params int[] places) => new()
    {
        Curves = [.. models.Select((model, i) => (model.Name, (IReadOnlyList<Estimate>)[.. Enumerable.Range(0, UpliftBootstrap.Steps + 1)
            .Select(step => bootstrap.Height(places.Length == 0 ? i : places[i], step)!.Value)]))],
        Users = models[0].Scores.Count,
        IsBinary = models[0].Scores.IsBinary,
        Level = bootstrap.Level,
    };

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Title,
        [
            new("Contacted", Format.Percent(0)),
            .. Curves.SelectMany(curve => (TableColumn[])[new($"{curve.Name}: extra for 1,000 users", Extra), new("Lower", Extra), new("Upper", Extra)]),
            new("At random", Extra),
        ],
        Enumerable.Range(0, UpliftBootstrap.Steps + 1).Where(step => step % 2 == 0).Select(step => (object?[])[
            Share(step),
            .. Curves.SelectMany(curve => (object?[])[1000 * curve.Heights[step].Value, 1000 * curve.Heights[step].Interval?.Lower, 1000 * curve.Heights[step].Interval?.Upper]),
            1000 * Random(step),
        ]),
        Small);

    /// <inheritdoc/>
    public override Chart ToChart() => new LineChart(
        Title, [.. Enumerable.Range(0, UpliftBootstrap.Steps + 1).Select(step => (object)Share(step))],
        new("Share of users contacted, the highest scores first", Format.Percent(0)), new("Extra outcome for 1,000 users", Extra),
        [.. Curves.Select((curve, i) => new Series(curve.Name, [.. curve.Heights.Select(height => 1000 * height.Value)])
            {
                // Two bands on each other cannot be read.
                Lower = i > 0 ? [] : [.. curve.Heights.Select(height => 1000 * (height.Interval?.Lower ?? double.NaN))],
                Upper = i > 0 ? [] : [.. curve.Heights.Select(height => 1000 * (height.Interval?.Upper ?? double.NaN))],
            }),
            new("At random", [.. Enumerable.Range(0, UpliftBootstrap.Steps + 1).Select(step => 1000 * Random(step))])])
    { Subtitle = Small };

    private string Title => $"What contacting more and more users brings{(Arm.Length == 0 ? "" : $": {Arm}")}";

    private Format Extra => Format.Number(IsBinary ? 1 : 0);

    private string Small => $"Qini curve · n = {Caption.Count(Users)} users that the model did not learn from · {Caption.PerCent(Level)} bootstrap intervals";

    private static double Share(int step) => (double)step / UpliftBootstrap.Steps;

    private double Random(int step) => Share(step) * Curves[0].Heights[^1].Value;
}
