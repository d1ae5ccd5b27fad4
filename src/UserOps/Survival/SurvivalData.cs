using UserOps.Data;
using UserOps.Display;

namespace UserOps.Survival;

/// <summary>Spells of observation: how long each lasted, whether it ended with the event, and what else is known of it.</summary>
/// <remarks>A spell without the event is censored: the event, if it comes, comes later. A person may have several spells that follow each other.</remarks>
public sealed record SurvivalData : AnalysisResult
{
    private readonly double[] _durations;
    private readonly bool[] _events;
    private readonly double[]? _entries;

    internal SurvivalData(double[] durations, bool[] events, double[]? entries, TextColumn ids, TypedTable columns)
    {
        SpellChecks.Check(durations, events, entries);
        (_durations, _events, _entries, Ids) = (durations, events, entries, ids);
        Columns = columns.Columns.Count > 0 ? columns : new(columns.Name, [ids]);
        EventCount = events.Count(seen => seen);
        UserCount = ids.Words.Length;
        if (UserCount < durations.Length)
            SpellChecks.CheckApart(ids.Codes, durations, entries);
    }

    /// <summary>Makes spells of plain numbers.</summary>
    /// <param name="durations">The time to the event or to the end of observation, zero or more.</param>
    /// <param name="events">Whether the event was seen.</param>
    /// <param name="entries">When each spell came under observation, below its duration; all from the start when absent.</param>
    /// <param name="columns">Groups, strata and covariates of the spells; none when absent.</param>
    /// <param name="ids">Who each spell belongs to; a person each when absent.</param>
    /// <exception cref="UserOpsException">A time is missing or negative, a spell ends before it begins, or the lengths differ.</exception>
    public static SurvivalData Of(
        IReadOnlyList<double> durations, IReadOnlyList<bool> events, IReadOnlyList<double>? entries = null, TypedTable? columns = null,
        IReadOnlyList<string>? ids = null) =>
        new([.. durations], [.. events], entries is null ? null : [.. entries],
            TextColumn.From("id", ids ?? [.. Enumerable.Range(1, durations.Count).Select(row => Caption.Count(row))]), columns ?? new TypedTable("spells", []));

    /// <summary>Reads spells from a wide table; its other columns serve as groups, strata and covariates.</summary>
    /// <exception cref="UserOpsException">A column is missing or of another type, or a row has no time, a negative one, or no mark of the event.</exception>
    public static SurvivalData From(TypedTable table, SurvivalColumns columns) => SpellTable.Read(table, columns);

    /// <summary>Parts the persons by chance: a model fitted on the first part is judged fairly on the second.</summary>
    /// <param name="share">The share of persons in the first part, between 0 and 1.</param>
    /// <param name="seed">The seed of the choice.</param>
    /// <exception cref="InsufficientDataException">A part would be empty.</exception>
    public (SurvivalData First, SurvivalData Second) Split(double share = 0.7, int seed = 1)
    {
        if (!(share > 0 && share < 1))
            throw new UserOpsException(FormattableString.Invariant($"A first part of {share} was asked for; a share between 0 and 1 is needed, such as 0.7."));
        var random = new Random(seed);
        bool[] first = [.. Ids.Words.Select(_ => random.NextDouble() < share)];
        return (Rows(row => first[Ids.Codes[row]]), Rows(row => !first[Ids.Codes[row]]));
    }

    /// <summary>The time to the event or to the end of observation.</summary>
    public IReadOnlyList<double> Durations => _durations;

    /// <summary>Whether the event was seen.</summary>
    public IReadOnlyList<bool> Events => _events;

    /// <summary>When each spell came under observation; null where all did at 0.</summary>
    public IReadOnlyList<double>? Entries => _entries;

    /// <summary>Who each spell belongs to.</summary>
    public TextColumn Ids { get; }

    /// <summary>Groups, strata and covariates, a row a spell.</summary>
    public TypedTable Columns { get; }

    /// <summary>The unit of time, such as <c>days</c>; may be empty.</summary>
    public string Unit { get; internal init; } = "";

    /// <summary>What the event is, in a word or two.</summary>
    public string EventName { get; internal init; } = "event";

    /// <summary>Where the spells come from: period, rule of the event, rule of censoring.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>How many spells there are.</summary>
    public int Count => _durations.Length;

    /// <summary>How many persons there are.</summary>
    public int UserCount { get; }

    /// <summary>How many events were seen.</summary>
    public int EventCount { get; }

    /// <summary>What was left out, and how the rules work on these data.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>A column by name.</summary>
    /// <exception cref="MissingDataException">There is none; the message lists those there are.</exception>
    internal Column Column(string name) => Columns.TryGet<Column>(name, out var column) ? column : throw new MissingDataException(
        $"The spells have no column '{name}'. They have: {string.Join(", ", Columns.Columns.Select(one => one.Name))}.");

    /// <summary>Where users stand at the end of the data; null where spells come from a table.</summary>
    internal Standing? Standing { get; init; }

    /// <summary>The spells for which <paramref name="keep"/> is true.</summary>
    internal SurvivalData Rows(Func<int, bool> keep)
    {
        int[] rows = [.. Enumerable.Range(0, Count).Where(keep)];
        return new(Array.ConvertAll(rows, row => _durations[row]), Array.ConvertAll(rows, row => _events[row]), _entries is null ? null : Array.ConvertAll(rows, row => _entries[row]),
            TextColumn.From(Ids.Name, rows.Select(row => Ids[row])), new(Columns.Name, [.. Columns.Columns.Select(column => column.Reorder(rows))]))
        {
            Unit = Unit,
            EventName = EventName,
            Source = Source,
            Remarks = Remarks,
        };
    }

    /// <summary>The entry of a spell, below every duration where it was under observation from the start.</summary>
    internal double EntryOf(int row) => _entries is null ? double.NegativeInfinity : _entries[row];

    /// <summary>The time under observation of a spell.</summary>
    internal double Exposure(int row) => _durations[row] - (_entries is null ? 0 : _entries[row]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => Remarks;

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Time to {EventName}: what was observed",
        [
            new("Users", Format.Count), new("Spells", Format.Count), new("Events", Format.Count), new("Censored", Format.Count), new("Censored share", Format.Percent()),
            new(InUnit("Longest time"), Format.Number(1)), new(InUnit("Time under observation"), Format.Number(0)),
        ],
        [[UserCount, Count, EventCount, Count - EventCount, (double)(Count - EventCount) / Count, _durations.Max(), Enumerable.Range(0, Count).Sum(Exposure)]],
        Describe());

    /// <summary>The small print that every answer from these spells shares.</summary>
    internal string Describe(params IEnumerable<string> more) => string.Join(" · ", (string[])
    [
        $"n = {Caption.Count(UserCount)} users, {Caption.Count(EventCount)} events",
        .. Count == UserCount ? (string[])[] : [$"{Caption.Count(Count)} spells"],
        .. Source.Length == 0 ? (string[])[] : [Source],
        .. more,
    ]);

    /// <summary>A heading with the unit of time where there is one.</summary>
    internal string InUnit(string words) => Unit.Length == 0 ? words : $"{words} ({Unit})";
}
