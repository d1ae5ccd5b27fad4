using UserOps.Data;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>Who is about to leave 流失, learnt from who left before.</summary>
public static class ChurnAnalysis
{
    private const int Folds = 5;

    /// <summary>Learns from earlier cut-offs who left in the days that followed, by silence or at the end of a contract, and tests it on a later one.</summary>
    /// <remarks>
    /// Features hold only what was known at their cut-off, see <see cref="FeatureAnalysis"/>; every training horizon ends before the hold-out begins. Boosted
    /// trees and a logistic model are fitted; the one with the lower log loss over folds of the training users is kept and calibrated on the same folds.
    /// </remarks>
    /// <exception cref="UserOpsException">The export has neither events nor orders, lacks memberships for churn by contract, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">The history is too short for a cut-off and a hold-out, the horizon is not observed in full, or too few left or stayed.</exception>
    public static ChurnResult Churn(this Dataset data, ChurnDefinition? definition = null)
    {
        definition ??= new();
        ChurnChecks.Check(definition);
        var cutOffs = ChurnCutOffs.Of(data, definition);
        var latest = data.Features(FeaturesAt(definition, cutOffs.Training[0]));
        FeatureTable[] tables = [latest, .. cutOffs.Training.Skip(1).Select(day => data.Features(latest.Definition! with { CutOff = day }))];
        var training = new TrainingSet(FeatureStack.Of(tables), [.. tables.SelectMany(table => ChurnLabels.Of(data, table, definition))]);
        training.Check(Words(cutOffs.Training), Folds);
        var holdOut = data.Features(latest.Definition! with { CutOff = cutOffs.HoldOut });
        bool[] left = ChurnLabels.Of(data, holdOut, definition);
        new TrainingSet(holdOut, left).Check($"the hold-out of {cutOffs.HoldOut:yyyy-MM-dd}");
        var candidates = ChurnTraining.Fit(training, Folds, definition.Seed, definition.Weights);
        ChurnTrial[] trials = [.. candidates.Select(candidate => ChurnTrial.Of(candidate, new(candidate.Score(holdOut), left)))];
        var card = ChurnTraining.Card(training, Question(definition), Source(data), trials) with
        {
            CutOffs = cutOffs.Training,
            Features = latest.Definition,
            HorizonDays = definition.HorizonDays,
        };
        return Result(training, candidates, trials, card, definition.Level) with { UnseenFeatures = holdOut, HoldOut = cutOffs.HoldOut };
    }

    /// <summary>Learns from a ready table with one row a user and a column that says who left; every user is predicted by a model of the others.</summary>
    /// <exception cref="UserOpsException">A column is missing, ids repeat, the target is not of two values, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Too few left or stayed, or no column tells users apart.</exception>
    public static ChurnResult Churn(this TypedTable table, ChurnTableDefinition definition)
    {
        ChurnChecks.Check(definition);
        (int[] rows, bool[] left) = ChurnLabels.Of(table, definition);
        IEnumerable<string> columns = definition.Columns ?? [.. table.Columns.Select(column => column.Name).Where(name => name != definition.Id)];
        string[] used = [.. columns.Where(name => name != definition.Target && !definition.NotKnown.Contains(name, StringComparer.Ordinal))];
        foreach (string name in definition.NotKnown)
            table.Get<Column>(name);
        var features = FeatureTable.From(table, definition.Id, used);
        var training = new TrainingSet(rows.Length == table.RowCount ? features : features.Rows(rows), left);
        training.Check($"table '{table.Name}'", definition.Folds);
        var candidates = ChurnTraining.Fit(training, definition.Folds, definition.Seed, definition.Weights);
        ChurnTrial[] trials = [.. candidates.Select(candidate => ChurnTrial.Of(candidate, null))];
        var card = ChurnTraining.Card(training, $"'{definition.Target}' of table '{table.Name}'", table.Name, trials);
        return Result(training, candidates, trials, card, definition.Level) with
        {
            WithoutTarget = table.RowCount - rows.Length,
            Leaks = LeakageCheck.Of(training.Features, left, definition.Seed),
        };
    }

    private static ChurnResult Result(TrainingSet training, IReadOnlyList<ChurnCandidate> candidates, ChurnTrial[] trials, ModelCard card, double level) => new()
    {
        Model = ChurnTraining.Model(training, candidates[0], card),
        Trials = trials,
        TrainingFeatures = training.Features,
        UnseenFeatures = training.Features,
        Calibration = candidates[0].Calibration,
        Level = level,
        Validation = candidates[0].Validation,
    };

    private static FeatureDefinition FeaturesAt(ChurnDefinition definition, DateOnly day) => new()
    {
        CutOff = day,
        Activity = definition.Activity,
        ActiveWithinDays = definition.By == Leaving.ContractEnd ? null : definition.ActiveWithinDays,
        UnderContract = definition.By == Leaving.ContractEnd,
        FixedAtSignup = definition.FixedAtSignup,
    };

    private static string Question(ChurnDefinition definition) => definition.By == Leaving.ContractEnd
        ? $"without a contract {definition.HorizonDays} days later, of users under contract"
        : $"no {(definition.Activity.Count == 0 ? "activity" : string.Join(", ", definition.Activity))} in the next {definition.HorizonDays} days, of users active in the last {definition.ActiveWithinDays}";

    private static string Source(Dataset data) => $"{string.Join(", ", data.Identity.Files.Select(file => file.Name))} (hash {data.Identity.Hash})";

    private static string Words(IReadOnlyList<DateOnly> days) => "the training of " + string.Join(", ", days.Select(day => $"{day:yyyy-MM-dd}"));
}
