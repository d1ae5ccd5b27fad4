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

    /// <summary>Words, already without case and spaces, and the letter of a choice with which they begin.</summary>
    public sealed record Text(string Value, string Letter) : AnswerValue(AnswerKind.Text)
    {
        /// <summary>Whether this is one of several choices, named by a letter.</summary>
        public bool IsChoice => Value.Length == 1 && char.IsAsciiLetterUpper(Value[0]);

        public override bool Matches(AnswerValue given, double? tolerance) => (Text)given is var text && (Value == text.Value || IsChoice && Value == text.Letter);
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
                return words.SetDiffers(Belonging(others, tolerance), others.Count, Values.Any(value => !others.Any(other => Same(value, other, tolerance))));
            return others.Count != Values.Count ? words.LengthDiffers(others.Count > Values.Count) : words.PlaceDiffers(FirstOther(others, tolerance) + 1);
        }

        private int Belonging(IReadOnlyList<AnswerValue?> others, double? tolerance) => others.Count(other => Values.Any(value => Same(value, other, tolerance)));

        private int FirstOther(IReadOnlyList<AnswerValue?> others, double? tolerance) =>
            Enumerable.Range(0, Values.Count).FirstOrDefault(i => !Same(Values[i], others[i], tolerance), -1);
    }

    /// <summary>One answer a name.</summary>
    public sealed record Map(IReadOnlyDictionary<string, AnswerValue?> Values) : AnswerValue(AnswerKind.Map)
    {
        public override bool Matches(AnswerValue given, double? tolerance) =>
            ((Map)given).Values is var others && others.Count == Values.Count && others.All(other => IsRight(other, tolerance));

        public override string? Difference(AnswerValue given, double? tolerance, CheckWords words)
        {
            var others = ((Map)given).Values;
            return words.NamesDiffer(
                others.Where(other => Values.ContainsKey(other.Key) && !IsRight(other, tolerance)).Select(other => other.Key),
                others.Keys.Where(name => !Values.ContainsKey(name)),
                Values.Keys.Any(name => !others.ContainsKey(name)));
        }

        private bool IsRight(KeyValuePair<string, AnswerValue?> given, double? tolerance) => Values.TryGetValue(given.Key, out var expected) && Same(expected, given.Value, tolerance);
    }

    /// <summary>A table: columns are found by their heading, rows by their place.</summary>
    public sealed record Cells(IReadOnlyDictionary<string, Items> Columns) : AnswerValue(AnswerKind.Table)
    {
        public static Cells Of(Table table) =>
            new(ByName(table.Columns.Select((column, i) => (column.Name, new Items([.. table.Rows.Select(row => AnswerValue.Of(row[i]))], IsOrdered: true)))));

        public override bool Matches(AnswerValue given, double? tolerance) => !IsMissing((Cells)given) && !Others((Cells)given, tolerance).Any();

        public override string? Difference(AnswerValue given, double? tolerance, CheckWords words) => words.NamesDiffer(Others((Cells)given, tolerance), [], IsMissing((Cells)given));

        private bool IsMissing(Cells given) => Columns.Keys.Any(name => !given.Columns.ContainsKey(name));

        private IEnumerable<string> Others(Cells given, double? tolerance) => given.Columns
            .Where(other => Columns.TryGetValue(other.Key, out var expected) && !expected.Matches(other.Value, tolerance)).Select(other => other.Key);
    }

    /// <summary>What no question asks for.</summary>
    public sealed record Other(string TypeName) : AnswerValue(AnswerKind.Other)
    {
        public override bool Matches(AnswerValue given, double? tolerance) => false;
    }
}
