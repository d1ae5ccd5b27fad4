using UserOps.Data;
using UserOps.Features;

namespace UserOps.Uplift;

/// <summary>Who was assigned to which variant of an experiment, and when.</summary>
internal sealed class Assignments
{
    private readonly Dictionary<int, (long At, string Variant)> _byUser;

    private Assignments(Dictionary<int, (long At, string Variant)> byUser, IReadOnlyList<string> leftOut) => (_byUser, LeftOut) = (byUser, leftOut);

    /// <summary>The users.</summary>
    public IReadOnlyCollection<int> Users => _byUser.Keys;

    /// <summary>The variants of the users, a row each.</summary>
    public TextColumn Variants => TextColumn.From("variant", _byUser.Values.Select(one => one.Variant));

    /// <summary>What was left out, in words.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    public long At(int user) => _byUser[user].At;

    public string VariantOf(int user) => _byUser[user].Variant;

    /// <summary>The first assignment of each user; those who saw several variants are left out.</summary>
    public static Assignments Of(Dataset data, string? experiment)
    {
        var table = data.Table(TableKind.Exposures);
        var at = table.TryGet<TimeColumn>("at", out var moments) ? moments : throw new MissingDataException(
            "The exposures do not say when users were assigned; without 'at' nobody knows what was known before. Map the column of the moment to exposures.at.");
        var variants = table.Get<TextColumn>("variant");
        int[] users = KnownRows.UsersOf(data, table);
        bool[] isAsked = OfExperiment(table, experiment);
        Dictionary<int, (long At, string Variant)> first = [];
        HashSet<int> mixed = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            if (!isAsked[row] || users[row] < 0 || at.IsMissing(row) || variants[row] is not { } variant)
                continue;
            if (first.TryGetValue(users[row], out var known) && known.Variant != variant)
                mixed.Add(users[row]);
            if (!first.ContainsKey(users[row]) || at.Ticks[row] < known.At)
                first[users[row]] = (at.Ticks[row], variant);
        }
        foreach (int user in mixed)
            first.Remove(user);
        return new(first, mixed.Count == 0 ? [] : [$"{Caption.Count(mixed.Count)} users saw several variants and were left out."]);
    }

    /// <summary>Those whose days after the assignment end before the data do.</summary>
    public Assignments ObservedFor(int days, long end)
    {
        if (days < 1)
            throw new UserOpsException($"An outcome within {days} days was asked for; 1 or more are needed.");
        long latest = end - days * TimeSpan.TicksPerDay;
        var kept = _byUser.Where(one => one.Value.At <= latest).ToDictionary();
        if (kept.Count == 0)
            throw new InsufficientDataException(
                $"{_byUser.Count} assigned users of whom none is followed for {days} days", $"{days} days after the assignment are", "Wait, or ask for an outcome within fewer days.");
        int late = _byUser.Count - kept.Count;
        return new(kept, late == 0 ? LeftOut : [.. LeftOut, $"{Caption.Count(late)} users were assigned too late to be followed for {days} days and were left out."]);
    }

    private static bool[] OfExperiment(TypedTable table, string? experiment)
    {
        if (!table.TryGet<TextColumn>("experiment", out var names))
            return [.. Enumerable.Repeat(true, table.RowCount)];
        string[] known = [.. names.Codes.Where(code => code >= 0).Distinct().Select(code => names.Words[code]).Order(StringComparer.Ordinal)];
        if (experiment is null && known.Length > 1)
            throw new UserOpsException($"The exposures are of {known.Length} experiments ({string.Join(", ", known)}); name one.");
        string asked = experiment ?? known.FirstOrDefault() ?? "";
        if (!known.Contains(asked, StringComparer.Ordinal))
            throw new MissingDataException($"The exposures name no experiment '{asked}'; they name: {string.Join(", ", known)}.");
        int code = names.CodeOf(asked);
        return [.. names.Codes.Select(one => one == code)];
    }
}
