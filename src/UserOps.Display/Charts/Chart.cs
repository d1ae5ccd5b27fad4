namespace UserOps.Display.Charts;

/// <summary>A picture described by its data: drawn interactively by Plotly, or as a still picture.</summary>
/// <param name="Title">What the picture shows, in words.</param>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = [MimeBundle.Html, MimeBundle.Plotly])]
public abstract record Chart(string Title) : IDisplayable
{
    /// <summary>A line under the title: n, period, definition; may be empty.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The height on screen in pixels.</summary>
    public int Height { get; init; } = 380;

    /// <summary>The figure as Plotly JSON with <c>data</c>, <c>layout</c> and <c>config</c>; <c>&lt;</c> is escaped.</summary>
    public string ToPlotlyJson() => PlotlyRenderer.ToJson(this);

    /// <summary>The picture as a still SVG document, for places without scripts.</summary>
    public string ToSvg(int width = 720) => StillRenderer.ToSvg(this, width);

    /// <summary>The picture as a still PNG.</summary>
    public byte[] ToPng(int width = 720) => StillRenderer.ToPng(this, width);

    /// <inheritdoc/>
    public MimeBundle Render() => ChartRendering.Render(this);

    /// <summary>The title and the numbers as plain text.</summary>
    public sealed override string ToString() => ChartText.Write(this);
}

/// <summary>An axis: its title with the unit, and how its numbers are printed.</summary>
/// <param name="Title">The title, with the unit where there is one.</param>
/// <param name="Format">How tick labels and hover texts are printed.</param>
public sealed record Axis(string Title, Format Format);

/// <summary>A named series of values, one for each position on the x axis; NaN leaves a gap.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Values">The values.</param>
public sealed record Series(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Lower bounds of a band around the line; empty where there is none.</summary>
    public IReadOnlyList<double> Lower { get; init; } = [];

    /// <summary>Upper bounds of a band around the line; empty where there is none.</summary>
    public IReadOnlyList<double> Upper { get; init; } = [];
}

/// <summary>Lines over dates or numbers.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="X">Positions: all <see cref="DateOnly"/>, or all numbers, or all words.</param>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record LineChart(string Title, IReadOnlyList<object> X, Axis XAxis, Axis YAxis, IReadOnlyList<Series> Series) : Chart(Title)
{
    /// <summary>Whether a value holds until the next position, as shares of survivors do, instead of going there on a slope.</summary>
    public bool Stepped { get; init; }

    /// <summary>Counts printed below the axis, such as the numbers at risk; none when absent.</summary>
    public CountRows? Below { get; init; }
}

/// <summary>Counts at some positions of an axis of numbers, a row for each series in its colour.</summary>
/// <param name="Title">What is counted.</param>
/// <param name="At">The positions on the axis.</param>
/// <param name="Rows">The counts of each series at each position.</param>
public sealed record CountRows(string Title, IReadOnlyList<double> At, IReadOnlyList<IReadOnlyList<int>> Rows)
{
    /// <summary>The height of a row in pixels.</summary>
    internal const int RowHeight = 16;

    /// <summary>The height of the title and all rows in pixels.</summary>
    internal int Height => RowHeight * (Rows.Count + 1) + 4;
}

/// <summary>Bars over categories.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Categories">The categories in drawing order.</param>
/// <param name="CategoryAxis">The axis of categories.</param>
/// <param name="ValueAxis">The axis of values.</param>
/// <param name="Series">One or more sets of bars.</param>
public sealed record BarChart(string Title, IReadOnlyList<string> Categories, Axis CategoryAxis, Axis ValueAxis, IReadOnlyList<Series> Series)
    : Chart(Title)
{
    /// <summary>Whether bars lie on their side, which suits long names.</summary>
    public bool Horizontal { get; init; }

    /// <summary>Whether series are stacked rather than side by side.</summary>
    public bool Stacked { get; init; }
}

/// <summary>A matrix of values as colours; NaN is blank.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Rows">Row labels from top to bottom.</param>
/// <param name="Columns">Column labels from left to right.</param>
/// <param name="RowAxis">The axis of rows.</param>
/// <param name="ColumnAxis">The axis of columns.</param>
/// <param name="Values">Values by row, then column.</param>
/// <param name="ValueFormat">How values are printed.</param>
public sealed record HeatMap(
    string Title, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, Axis RowAxis, Axis ColumnAxis,
    IReadOnlyList<IReadOnlyList<double>> Values, Format ValueFormat) : Chart(Title);

/// <summary>Steps that fewer and fewer take.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Steps">Step names in order.</param>
/// <param name="Counts">How many reached each step.</param>
public sealed record FunnelChart(string Title, IReadOnlyList<string> Steps, IReadOnlyList<long> Counts) : Chart(Title);

/// <summary>A flow between two nodes of a <see cref="SankeyChart"/>.</summary>
/// <param name="Source">The index of the node that it leaves.</param>
/// <param name="Target">The index of the node that it enters.</param>
/// <param name="Value">Its width, zero or more.</param>
public sealed record SankeyLink(int Source, int Target, double Value);

/// <summary>Flows between nodes.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Nodes">Node names.</param>
/// <param name="Links">Flows by node index; no cycles.</param>
/// <param name="ValueFormat">How flows are printed.</param>
public sealed record SankeyChart(string Title, IReadOnlyList<string> Nodes, IReadOnlyList<SankeyLink> Links, Format ValueFormat) : Chart(Title);

/// <summary>How a start value becomes an end value, step by step.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="StartLabel">Name of the first bar.</param>
/// <param name="Start">Height of the first bar.</param>
/// <param name="Steps">Named contributions.</param>
/// <param name="Contributions">The contribution of each step; start plus their sum is the last bar.</param>
/// <param name="EndLabel">Name of the last bar.</param>
/// <param name="ValueAxis">The axis of values.</param>
public sealed record WaterfallChart(
    string Title, string StartLabel, double Start, IReadOnlyList<string> Steps, IReadOnlyList<double> Contributions, string EndLabel, Axis ValueAxis)
    : Chart(Title);

/// <summary>Users who belong to exactly these sets and to no other.</summary>
/// <param name="Sets">The indices of the sets, at least one.</param>
/// <param name="Count">How many there are; NaN where the number is not shown.</param>
public sealed record UpSetRegion(IReadOnlyList<int> Sets, double Count);

/// <summary>How sets overlap: a bar for each combination, and below it dots for the sets it lies in. Readable where circles no longer are.</summary>
/// <param name="Title">What the picture shows.</param>
/// <param name="Sets">Set names from top to bottom.</param>
/// <param name="Sizes">The size of each set; NaN where it is not shown.</param>
/// <param name="Regions">The combinations from left to right.</param>
/// <param name="CountAxis">The axis of counts.</param>
/// <remarks>A. Lex et al. (2014), "UpSet: Visualization of Intersecting Sets", IEEE Transactions on Visualization and Computer Graphics 20.</remarks>
public sealed record UpSetChart(
    string Title, IReadOnlyList<string> Sets, IReadOnlyList<double> Sizes, IReadOnlyList<UpSetRegion> Regions, Axis CountAxis) : Chart(Title);
