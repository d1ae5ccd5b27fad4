using UserOps.Display;

namespace UserOps.Data;

/// <summary>The first table of a quality report and its notes: what a report on something else shows of its data.</summary>
/// <param name="Of">The whole report.</param>
public sealed record QualityOverview(QualityReport Of) : AnalysisResult
{
    /// <inheritdoc/>
    public override Table ToTable() => Of.ToTable();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Of.Notes;

    /// <inheritdoc/>
    public override MimeBundle Render() => base.Render().With(MimeBundle.Data, Of.Identity.ToJson());
}
