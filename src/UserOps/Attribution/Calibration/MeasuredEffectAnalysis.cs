using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.Statistics;

namespace UserOps.Attribution;

/// <summary>What an experiment says that a channel brings.</summary>
public static class MeasuredEffectAnalysis
{
    private static readonly string[] ControlNames = ["control", "holdout", "hold-out", "held_out", "对照", "对照组", "留白"];

    /// <summary>Counts the conversions of those who got a channel by lot and of those who did not.</summary>
    /// <remarks>Every assigned user counts, reached or not: the effect of sending. The assumption most often broken: that chance alone divided the users.</remarks>
    /// <exception cref="MissingDataException">The export has no exposures, no such experiment, or no conversion.</exception>
    /// <exception cref="InsufficientDataException">A group has fewer than two users.</exception>
    public static MeasuredEffect MeasuredEffect(this Dataset data, MeasuredEffectDefinition definition)
    {
        if (!(definition.Level > 0 && definition.Level < 1) || definition.Days < 1)
            throw new UserOpsException(FormattableString.Invariant($"A level of {definition.Level} and {definition.Days} days were asked for; a level between 0 and 1 and at least 1 day are needed."));
        var exposures = data.Table(TableKind.Exposures);
        var variants = exposures.Get<TextColumn>("variant");
        string control = ControlOf(definition, variants);
        var moments = ConversionMoments.Of(data, definition.Conversion);
        int[] users = KnownRows.UsersOf(data, exposures);
        if (!exposures.TryGet<TimeColumn>("at", out var assigned))
            throw new MissingDataException("The table of exposures has no column 'at'; without the moment of assignment nobody knows which conversions came after it.");
        (MeanSums treated, MeanSums left) = (default, default);
        foreach (int row in RowsOf(exposures, definition.Experiment))
        {
            if (users[row] < 0 || variants[row] is not { } variant)
                continue;
            double count = Within(moments, users[row], assigned.Ticks[row], definition.Days);
            (treated, left) = variant == control ? (treated, left.Add(count)) : (treated.Add(count), left);
        }
        if (treated.Count < 2 || left.Count < 2)
            throw new InsufficientDataException(
                $"{treated.Count} users with and {left.Count} without the channel in '{definition.Experiment}'", "at least two each", "Name the control variant, or another experiment.");
        var each = Welch.Of(treated.SquaredError, treated.Count, left.SquaredError, left.Count).Around(treated.Mean!.Value - left.Mean!.Value, definition.Level);
        return new() { Definition = definition, Treated = treated, Control = left, Interval = new(each.Lower * treated.Count, each.Upper * treated.Count, definition.Level) };
    }

    private static IEnumerable<int> RowsOf(TypedTable exposures, string experiment)
    {
        if (!exposures.TryGet<TextColumn>("experiment", out var names))
            return Enumerable.Range(0, exposures.RowCount);
        int code = names.CodeOf(experiment);
        return code >= 0 ? Enumerable.Range(0, exposures.RowCount).Where(row => names.Codes[row] == code)
            : throw new MissingDataException($"No experiment is named '{experiment}'.{NearestName.Suggest(experiment, names.Words)} There are: {string.Join(", ", names.Words)}.");
    }

    private static string ControlOf(MeasuredEffectDefinition definition, TextColumn variants) =>
        (definition.Control is { } named ? variants.Words.FirstOrDefault(word => word == named) : variants.Words.FirstOrDefault(word => ControlNames.Contains(word, StringComparer.OrdinalIgnoreCase)))
        ?? throw new MissingDataException($"No variant is named '{definition.Control ?? ControlNames[0]}'. There are: {string.Join(", ", variants.Words)}. Name the one that was left alone as Control.");

    private static double Within(ConversionMoments moments, int user, long assigned, int days) =>
        moments.Of(user).Count(one => one.Ticks >= assigned && one.Ticks < assigned + days * TimeSpan.TicksPerDay);
}
