using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Segments;

/// <summary>Who moved where between two dates: a row a state at the first, a column a state at the second.</summary>
public sealed record MigrationResult : AnalysisResult
{
    internal MigrationResult() { }

    /// <summary>What the states are.</summary>
    public required string Title { get; init; }

    /// <summary>The first date, its end.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The second date, its end.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The states at the first date; the last is that of users who were not there yet.</summary>
    public required IReadOnlyList<string> FromStates { get; init; }

    /// <summary>The states at the second date.</summary>
    public required IReadOnlyList<string> ToStates { get; init; }

    /// <summary>Users by state at the first date, then at the second.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>How states are told, in words.</summary>
    public required string Rule { get; init; }

    /// <summary>All users who were there at either date.</summary>
    public int Users => Counts.Sum(row => row.Sum());

    /// <summary>How many went from one state to another.</summary>
    /// <exception cref="UserOpsException">There is no such state; the message lists those there are.</exception>
    public int this[string from, string to] => Counts[Find(FromStates, from)][Find(ToStates, to)];

    /// <summary>The part of those in a state at the first date who were in another at the second; null where nobody was in the first.</summary>
    public double? Rate(string from, string to) => Counts[Find(FromStates, from)].Sum() is > 0 and var all ? (double)this[from, to] / all : null;

    /// <inheritdoc/>
    public override Table ToTable()
    {
        bool[][] hidden = SmallGroups.Hidden(Counts);
        return new(
            $"{Title}: from {Format.Date.Write(From)} to {Format.Date.Write(To)}",
            [new($"At {Format.Date.Write(From)}", Format.Text), new("Users", Format.Count), .. ToStates.Select(state => new TableColumn(state, Format.Count))],
            [
                .. Counts.Select((row, i) => (object?[])[FromStates[i], Total(row.Sum()), .. row.Select((count, j) => SmallGroups.Show(count, hidden[i][j]))]),
                [$"All at {Format.Date.Write(To)}", Users, .. ToStates.Select((_, j) => Total(Counts.Sum(row => row[j])))],
            ],
            SmallPrint);
    }

    /// <summary>The part of each row that went to each column, as colours.</summary>
    public override Chart ToChart()
    {
        bool[][] hidden = SmallGroups.Hidden(Counts);
        int[] rows = [.. Counts.Index().Where(row => row.Item.Sum() >= SmallGroups.Least).Select(row => row.Index)];
        return new HeatMap(
            $"{Title}: where users went between {Format.Date.Write(From)} and {Format.Date.Write(To)}",
            [.. rows.Select(row => FromStates[row])], ToStates, new($"At {Format.Date.Write(From)}", Format.Text), new($"At {Format.Date.Write(To)}", Format.Text),
            [.. rows.Select(i => Counts[i].Select((count, j) => hidden[i][j] || count == 0 ? double.NaN : (double)count / Counts[i].Sum()).ToArray())], Format.Percent(0))
        { Subtitle = $"share of each row, blank: nobody or too few to show · n = {Caption.Count(Users)} users" };
    }

    /// <summary>The same flows as bands between the two dates.</summary>
    public SankeyChart ToSankey()
    {
        bool[][] hidden = SmallGroups.Hidden(Counts);
        (int From, int To)[] shown =
        [
            .. from i in Enumerable.Range(0, FromStates.Count)
               from j in Enumerable.Range(0, ToStates.Count)
               where Counts[i][j] > 0 && !hidden[i][j]
               select (i, j),
        ];
        int[] left = [.. shown.Select(flow => flow.From).Distinct()], right = [.. shown.Select(flow => flow.To).Distinct().Order()];
        return new(
            $"{Title}: flows from {Format.Date.Write(From)} to {Format.Date.Write(To)}", [.. left.Select(i => FromStates[i]), .. right.Select(j => ToStates[j])],
            [.. shown.Select(flow => new SankeyLink(Array.IndexOf(left, flow.From), left.Length + Array.IndexOf(right, flow.To), Counts[flow.From][flow.To]))], Format.Count)
        { Subtitle = $"left: {Format.Date.Write(From)}, right: {Format.Date.Write(To)} · n = {Caption.Count(Users)} users" };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => SmallGroups.Hidden(Counts).Any(row => row.Contains(true)) ? [SmallGroups.Note] : [];

    private string SmallPrint => $"n = {Caption.Count(Users)} users · {Rule}";

    private static object Total(int count) => SmallGroups.Show(count, SmallGroups.IsSmall(count));

    private static int Find(IReadOnlyList<string> states, string state) => states.ToList().IndexOf(state) is var found and >= 0
        ? found
        : throw new UserOpsException($"There is no state '{state}'. There are: {string.Join(", ", states)}.");
}
