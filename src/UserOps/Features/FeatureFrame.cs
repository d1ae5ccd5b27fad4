using Microsoft.Data.Analysis;
using UserOps.Data;

namespace UserOps.Features;

/// <summary>Hands features to a notebook as a DataFrame.</summary>
internal static class FeatureFrame
{
    public static DataFrame Of(FeatureTable features) => new(
        [new StringDataFrameColumn("user_id", Enumerable.Range(0, features.Count).Select(features.Shown)), .. features.Columns.Columns.Select(Convert)]);

    private static DataFrameColumn Convert(Column column) => column switch
    {
        NumberColumn number => new DoubleDataFrameColumn(column.Name, number.Values.Select(value => double.IsNaN(value) ? (double?)null : value)),
        FlagColumn flag => new BooleanDataFrameColumn(column.Name, flag.Flags.Select(value => value < 0 ? (bool?)null : value == 1)),
        _ => new StringDataFrameColumn(column.Name, Enumerable.Range(0, column.Length).Select(row => ((TextColumn)column)[row])),
    };
}
