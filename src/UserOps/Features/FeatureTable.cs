using System.Globalization;
using Microsoft.Data.Analysis;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Users described by numbers, flags and words, one row a user: what models and segments are made from. Immutable.</summary>
/// <remarks>Features of a dataset hold only what was known at <see cref="CutOff"/>, see <see cref="FeatureAnalysis"/>.</remarks>
public sealed class FeatureTable : IDisplayable
{
    private readonly string[] _ids;

    internal FeatureTable(string[] ids, IReadOnlyList<Feature> features, TypedTable columns) => (_ids, Features, Columns) = (ids, features, columns);

    /// <summary>The ids of the users as they stand in the export; what is shown or written out is <see cref="Shown"/>.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>What the columns mean, in their order.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>The values: a <see cref="NumberColumn"/>, <see cref="FlagColumn"/> or <see cref="TextColumn"/> for each feature, a row for each user.</summary>
    public TypedTable Columns { get; }

    /// <summary>The moment, in UTC, before which everything in the table was known; null for a ready table.</summary>
    public DateTime? CutOff { get; init; }

    /// <summary>What was asked, with nothing left open; null for a ready table.</summary>
    public FeatureDefinition? Definition { get; init; }

    /// <summary>Columns of a ready table that cannot serve as features: moments in time.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>How many users there are.</summary>
    public int Count => _ids.Length;

    internal PersonalDataRule PersonalData { get; init; } = PersonalDataRule.Mask;

    /// <summary>Makes features of a ready table with one row a user.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">The column that names the user: words or numbers.</param>
    /// <param name="columns">The columns to use; all but the id when absent.</param>
    /// <exception cref="UserOpsException">A column is missing, an id is missing or repeated, or a value is infinite.</exception>
    public static FeatureTable From(TypedTable table, string id, IReadOnlyList<string>? columns = null)
    {
        Column[] chosen = [.. columns is null ? table.Except(id) : columns.Select(table.Get<Column>)];
        Column[] usable = [.. chosen.Where(column => column is not TimeColumn)];
        var features = new FeatureTable(
            FeatureChecks.Ids(table, id), [.. usable.Select(column => new Feature(column.Name, column.Name, Plain(column)))], new(table.Name, usable))
        {
            LeftOut = [.. chosen.Except(usable).Select(column => column.Name)],
        };
        FeatureChecks.Finite(features.Columns);
        return features;
    }

    /// <summary>The id of a row for a reader: masked where it is a telephone number, an e-mail address or an identity-card number.</summary>
    public string Shown(int row) => PersonalData == PersonalDataRule.Show ? _ids[row] : Masking.MaskText(_ids[row]);

    /// <summary>The values of a number or flag as numbers, NaN where missing.</summary>
    /// <exception cref="UserOpsException">There is no such column, or it holds words.</exception>
    public double[] Numbers(string feature) => Columns.Numbers(feature);

    /// <summary>The same users with only these features, in this order.</summary>
    /// <exception cref="UserOpsException">There is no such feature.</exception>
    public FeatureTable Select(params IReadOnlyList<string> features)
    {
        Column[] chosen = [.. features.Select(Columns.Get<Column>)];
        return With(_ids, [.. features.Select(name => Features.First(feature => feature.Name == name))], chosen);
    }

    /// <summary>The same users without these features.</summary>
    public FeatureTable Without(params IReadOnlyList<string> features) =>
        Select([.. Features.Select(feature => feature.Name).Where(name => !features.Contains(name, StringComparer.Ordinal))]);

    /// <summary>The rows given, in the order given; a row may come more than once.</summary>
    public FeatureTable Rows(ReadOnlySpan<int> rows)
    {
        var columns = new Column[Columns.Columns.Count];
        for (int column = 0; column < columns.Length; column++)
            columns[column] = Columns.Columns[column].Reorder(rows);
        var ids = new string[rows.Length];
        for (int row = 0; row < ids.Length; row++)
            ids[row] = _ids[rows[row]];
        return With(ids, Features, columns);
    }

    /// <summary>The same users with one column replaced by another of the same name.</summary>
    public FeatureTable Replace(Column column) =>
        With(_ids, Features, [.. Columns.Columns.Select(old => old.Name == column.Name ? column : old)]);

    /// <summary>The values as a DataFrame: the id as readers may see it, then a column for each feature.</summary>
    public DataFrame ToDataFrame() => FeatureFrame.Of(this);

    /// <summary>One row for each feature: meaning, missing share, spread.</summary>
    public Table ToTable() => FeatureSummary.Of(this);

    /// <inheritdoc/>
    public MimeBundle Render() => ToTable().Render();

    /// <summary>The summary of the features as plain text.</summary>
    public override string ToString() => ToTable().ToString();

    /// <summary>Up to when everything in the table was known, in words.</summary>
    internal string Known => Definition?.CutOff is { } day ? $"as known before {Format.Date.Write(day)}"
        : CutOff is { } moment ? $"as known before {Format.Timestamp.Write(moment)} UTC" : "ready table";

    internal FeatureTable With(string[] ids, IReadOnlyList<Feature> features, IReadOnlyList<Column> columns) =>
        new(ids, features, new(Columns.Name, columns)) { CutOff = CutOff, Definition = Definition, LeftOut = LeftOut, PersonalData = PersonalData };

    private static Format Plain(Column column) => column switch
    {
        NumberColumn => Format.Plain,
        FlagColumn => Format.Flag,
        _ => Format.Text,
    };

    internal static string IdText(object id) => id is double number ? number.ToString("R", CultureInfo.InvariantCulture) : (string)id;
}
