using Microsoft.Data.Analysis;
using UserOps.Display.Charts;

namespace UserOps.Display;

/// <summary>The immutable answer to a question: it has a table, often a picture, and shows itself in any host.</summary>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public abstract record AnalysisResult : IDisplayable
{
    /// <summary>The numbers; the caption names n, period, method and level.</summary>
    public abstract Table ToTable();

    /// <summary>The picture that people would rather look at, or null where a table says it best.</summary>
    public virtual Chart? ToChart() => null;

    /// <summary>What a reader must know before using the numbers: gaps, choices, refusals.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>Further results that belong on the same page, in reading order.</summary>
    public virtual IReadOnlyList<AnalysisResult> Parts => [];

    /// <summary>The table as a DataFrame.</summary>
    public DataFrame ToDataFrame() => ToTable().ToDataFrame();

    /// <inheritdoc/>
    public virtual MimeBundle Render() => ResultRendering.Render(this);

    /// <summary>The table and the notes as plain text.</summary>
    public sealed override string ToString() => ResultRendering.Text(this);
}
