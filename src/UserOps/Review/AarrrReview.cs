using UserOps.Display;
using UserOps.Time;

namespace UserOps.Review;

/// <summary>The five stages of growth on one page: key numbers first, the detailed answers as parts.</summary>
public sealed record AarrrReview : AnalysisResult
{
    internal AarrrReview() { }

    /// <summary>The days under review.</summary>
    public required Period Period { get; init; }

    /// <summary>The calendar of the days.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>Users in the export.</summary>
    public required int Users { get; init; }

    /// <summary>The key numbers, by stage; a stage that the export cannot answer has a blank with the reason.</summary>
    public required IReadOnlyList<AarrrFigure> Figures { get; init; }

    /// <summary>The detailed answers, by stage.</summary>
    public required IReadOnlyList<AnalysisResult> Details { get; init; }

    /// <summary>The key numbers that there are.</summary>
    public IReadOnlyList<Metric> Metrics => [.. Figures.Select(figure => figure.Metric).OfType<Metric>()];

    /// <inheritdoc/>
    public override IReadOnlyList<AnalysisResult> Parts => Details;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "AARRR review",
        [
            new("Stage", Format.Text), new("Metric", Format.Text), new("Value", Format.Text), new("Interval", Format.Text), new("n", Format.Count),
            new("Definition", Format.Text),
        ],
        Figures.Select(figure => figure.Row()),
        Caption.Of(Users, "users", Period, Calendar, "95 % intervals (shares: Wilson)"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
        Figures.Any(figure => figure.Figure.Value is null) ? ["A blank value is one that the export cannot give; its line says what is missing."] : [];
}
