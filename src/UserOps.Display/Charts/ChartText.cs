namespace UserOps.Display.Charts;

/// <summary>Charts as tables of their numbers, for places that show text alone.</summary>
internal static class ChartText
{
    public static string Write(Chart chart) => ToTable(chart).ToString();

    private static Table ToTable(Chart chart) => chart switch
    {
        LineChart line => Series(line, line.XAxis, line.X, line.YAxis, line.Series),
        BarChart bar => Series(bar, bar.CategoryAxis, [.. bar.Categories], bar.ValueAxis, bar.Series),
        HeatMap map => Of(map, [new(map.RowAxis.Title, Format.Text), .. map.Columns.Select(name => new TableColumn(name, map.ValueFormat))],
            map.Rows.Select((name, i) => (object?[])[name, .. map.Values[i]])),
        FunnelChart funnel => Of(funnel, [new("Step", Format.Text), new("Reached by", Format.Count), new("of first", Format.Percent()), new("of previous", Format.Percent())],
            funnel.Steps.Select((name, i) => (object?[])[name, funnel.Counts[i], FunnelWords.Share(funnel, i, 0), FunnelWords.Share(funnel, i, i - 1)])),
        SankeyChart sankey => Of(sankey, [new("From", Format.Text), new("To", Format.Text), new("Flow", sankey.ValueFormat)],
            sankey.Links.Select(link => (object?[])[sankey.Nodes[link.Source], sankey.Nodes[link.Target], link.Value])),
        UpSetChart upSet => Of(upSet, [new("Combination", Format.Text), new(ChartShape.Title(upSet.CountAxis), upSet.CountAxis.Format)],
            upSet.Regions.Select(region => (object?[])[UpSetWords.Of(upSet, region), region.Count])),
        WaterfallChart waterfall => Of(waterfall, [new("Step", Format.Text), new(waterfall.ValueAxis.Title, waterfall.ValueAxis.Format)],
            [[waterfall.StartLabel, waterfall.Start], .. waterfall.Steps.Select((name, i) => (object?[])[name, waterfall.Contributions[i]]),
                [waterfall.EndLabel, waterfall.Start + waterfall.Contributions.Sum()]]),
        _ => Of(chart, [], []),
    };

    private static Table Series(Chart chart, Axis axis, IReadOnlyList<object> positions, Axis values, IReadOnlyList<Series> series) =>
        Of(chart, [new(ChartShape.Title(axis), axis.Format), .. series.Select(one => new TableColumn(one.Name, values.Format))],
            positions.Select((position, i) => (object?[])[position, .. series.Select(one => one.Values[i])]));

    private static Table Of(Chart chart, IReadOnlyList<TableColumn> columns, IEnumerable<object?[]> rows) => new(chart.Title, columns, rows, chart.Subtitle);
}
