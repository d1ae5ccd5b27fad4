using UserOps.Display;

namespace UserOps.Lessons;

internal abstract partial record AnswerValue
{
    /// <summary>A number; a whole one is exact.</summary>
    public sealed record Number(double Value, bool IsWhole) : AnswerValue(AnswerKind.Number)
    {
        private const double UsualTolerance = 0.005;

        public bool IsFinite => double.IsFinite(Value);

        public override bool Matches(AnswerValue given, double? tolerance) =>
            Math.Abs(((Number)given).Value - Value) <= (tolerance ?? (IsWhole ? 0 : UsualTolerance * Math.Abs(Value))) + 1e-9;
    }

    /// <summary>Words, already without case and spaces.</summary>
    public sealed record Text(string Value) : AnswerValue(AnswerKind.Text)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => this == (Text)given;
    }

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : AnswerValue(AnswerKind.Flag)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => this == (Flag)given;
    }

    /// <summary>A day, or a moment.</summary>
    public sealed record Day(DateTime Value) : AnswerValue(AnswerKind.Day)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => this == (Day)given;
    }

    /// <summary>Several answers; the expected ones say whether their order counts.</summary>
    public sealed record Items(IReadOnlyList<AnswerValue?> Values, bool IsOrdered) : AnswerValue(AnswerKind.List)
    {
        public override bool Matches(AnswerValue given, double? tolerance)
        {
            var others = ((Items)given).Values;
            return IsOrdered
                ? others.Count == Values.Count && FirstOther(others, tolerance) < 0
                : Belonging(others, tolerance) == others.Count && Values.All(value => others.Any(other => Same(value, other, tolerance)));
        }

        public override string? Difference(AnswerValue given, double? tolerance, CheckWords words)
        {
            var others = ((Items)given).Values;
            if (!IsOrdered)
                return words.SomeBelong(Belonging(others, tolerance), others.Count, Values.Count);
            return others.Count != Values.Count ? words.LengthDiffers(Values.Count, others.Count) : words.PlaceDiffers(FirstOther(others, tolerance) + 1);
        }

        private int Belonging(IReadOnlyList<AnswerValue?> others, double? tolerance) => others.Count(other => Values.Any(value => Same(value, other, tolerance)));

        private int FirstOther(IReadOnlyList<AnswerValue?> others, double? tolerance) =>
            Enumerable.Range(0, Values.Count).FirstOrDefault(i => !Same(Values[i], others[i], tolerance), -1);
    }

    /// <summary>One answer a name.</summary>
    public sealed record Map(IReadOnlyDictionary<string, AnswerValue?> Values) : AnswerValue(AnswerKind.Map)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => !Others((Map)given, tolerance).Any();

        public override string? Difference(AnswerValue given, double? tolerance, CheckWords words) => words.KeysDiffer(Others((Map)given, tolerance));

        private IEnumerable<string> Others(Map given, double? tolerance) => Values.Keys.Union(given.Values.Keys)
            .Where(key => !Values.ContainsKey(key) || !given.Values.ContainsKey(key) || !Same(Values[key], given.Values[key], tolerance)).Order(StringComparer.Ordinal);
    }

    /// <summary>A table: columns are found by their heading, rows by their place.</summary>
    public sealed record Cells(IReadOnlyDictionary<string, Items> Columns) : AnswerValue(AnswerKind.Table)
    {
        public static Cells Of(Table table) => new(table.Columns.Select((column, i) => (column.Name, i)).ToDictionary(
            column => column.Name, column => new Items([.. table.Rows.Select(row => AnswerValue.Of(row[column.i]))], IsOrdered: true)));

        public override bool Matches(AnswerValue given, double? tolerance) => !Others((Cells)given, tolerance).Any();

        public override string? Difference(AnswerValue given, double? tolerance, CheckWords words) => words.KeysDiffer(Others((Cells)given, tolerance));

        private IEnumerable<string> Others(Cells given, double? tolerance) => Columns
            .Where(column => !given.Columns.TryGetValue(column.Key, out var other) || !column.Value.Matches(other, tolerance)).Select(column => column.Key);
    }

    /// <summary>What no question asks for.</summary>
    public sealed record Other(string TypeName) : AnswerValue(AnswerKind.Other)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => false;
    }
}
