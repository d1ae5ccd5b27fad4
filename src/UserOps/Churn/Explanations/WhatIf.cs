using UserOps.Data;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>A feature of a user, as it is and as it is supposed to be.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="From">The value now; null where missing.</param>
/// <param name="To">The value supposed.</param>
/// <param name="IsUsual">Whether the supposed value lies within what the table holds.</param>
public sealed record SupposedChange(Feature Feature, object? From, object To, bool IsUsual);

/// <summary>What the model would say of a user with other features.</summary>
/// <remarks>It tells what the model has seen of users like that; whether changing the user changes the outcome, only an experiment tells.</remarks>
public sealed record WhatIf : AnalysisResult
{
    internal WhatIf() { }

    /// <summary>The id for a reader.</summary>
    public required string Id { get; init; }

    /// <summary>What is supposed.</summary>
    public required IReadOnlyList<SupposedChange> Changes { get; init; }

    /// <summary>The probability as things are.</summary>
    public required double Before { get; init; }

    /// <summary>The probability under the supposition.</summary>
    public required double After { get; init; }

    /// <summary>Changes features of one user.</summary>
    /// <param name="score">The model: a probability for each row.</param>
    /// <param name="features">The table that holds the user.</param>
    /// <param name="id">The user.</param>
    /// <param name="changes">The new value of each feature: a number, true or false, or a word that the table knows.</param>
    /// <exception cref="UserOpsException">The user or a feature is unknown, or a value does not fit.</exception>
    public static WhatIf Of(Func<FeatureTable, double[]> score, FeatureTable features, string id, IReadOnlyDictionary<string, object> changes)
    {
        int row = features.Ids.ToList().IndexOf(id);
        if (row < 0)
            throw new UserOpsException($"The table of {features.Count} users has no user of that id ({id.Length} characters).");
        var before = features.Rows([row]);
        var after = changes.Aggregate(before, (table, change) => table.Replace(FeatureValues.Constant(features.Columns.Get<Column>(change.Key), change.Value, 1)));
        return new()
        {
            Id = features.Shown(row),
            Changes = [.. changes.Select(change => Change(features, row, change.Key, after.Columns.Get<Column>(change.Key).ValueAt(0)!))],
            Before = score(before)[0],
            After = score(after)[0],
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"What if? {Format.Percent().Write(Before)} → {Format.Percent().Write(After)} for {Id}",
        [new("Feature", Format.Text), new("Now", Format.Text), new("Supposed", Format.Text)],
        Changes.Select(change => new object?[] { change.Feature.Meaning, change.Feature.Format.Write(change.From), change.Feature.Format.Write(change.To) }),
        $"the probability of leaving moves by {Format.Points().Write(After - Before)} · all other features as they are");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        .. Changes.Where(change => !change.IsUsual).Select(change => $"{change.Feature.Name}: no user of the table lies beyond this value, so the model guesses."),
        "What the model knows of users like that; not what would come of making the user so.",
    ];

    private static SupposedChange Change(FeatureTable features, int row, string name, object to)
    {
        var column = features.Columns.Get<Column>(name);
        bool usual = column is not NumberColumn number || to is not double value
            || number.Values.Any(one => one <= value) && number.Values.Any(one => one >= value);
        return new(features.Features.First(feature => feature.Name == name), column.ValueAt(row), to, usual);
    }
}
