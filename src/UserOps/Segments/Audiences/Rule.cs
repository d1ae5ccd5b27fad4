using UserOps.Features;

namespace UserOps.Segments.Audiences;

/// <summary>A condition on the features of a user, composed with <c>&amp;</c> (and), <c>|</c> (or) and <c>!</c> (not); its text reads as a sentence.</summary>
/// <remarks>A comparison with a missing value does not hold, so its negation does: every rule and its negation part all users into two, and the laws of sets hold.</remarks>
public abstract record Rule
{
    private protected Rule() { }

    /// <summary>Everyone.</summary>
    public static Rule Everyone { get; } = new Everybody();

    /// <summary>A number (or a flag as 1 and 0) to compare, such as <c>Rule.Number("recency_days") >= 30</c>.</summary>
    /// <param name="feature">The name of the feature.</param>
    public static NumberFeature Number(string feature) => new(feature);

    /// <summary>Words to compare, such as <c>Rule.Text("channel").Is("kol")</c>.</summary>
    /// <param name="feature">The name of the feature.</param>
    public static TextFeature Text(string feature) => new(feature);

    /// <summary>A yes-or-no, such as <c>Rule.Flag("unsubscribed").IsFalse</c>.</summary>
    /// <param name="feature">The name of the feature.</param>
    public static FlagFeature Flag(string feature) => new(feature);

    /// <summary>Both rules hold.</summary>
    public static Rule operator &(Rule left, Rule right) => new Both(left, right);

    /// <summary>At least one of the rules holds.</summary>
    public static Rule operator |(Rule left, Rule right) => new Either(left, right);

    /// <summary>The rule does not hold.</summary>
    public static Rule operator !(Rule rule) => new Not(rule);

    /// <summary>The features that the rule asks about, each once.</summary>
    public abstract IReadOnlyCollection<string> Features { get; }

    /// <summary>Whether the rule holds for each user of the table.</summary>
    /// <exception cref="UserOpsException">A feature is missing or of another type, or no user has a word that the rule names.</exception>
    public abstract IReadOnlyList<bool> Holds(FeatureTable users);

    /// <summary>The rule in words.</summary>
    public abstract override string ToString();

    private sealed record Everybody : Rule
    {
        public override IReadOnlyCollection<string> Features => [];

        public override IReadOnlyList<bool> Holds(FeatureTable users) => [.. Enumerable.Repeat(true, users.Count)];

        public override string ToString() => "everyone";
    }

    private sealed record Both(Rule Left, Rule Right) : Rule
    {
        public override IReadOnlyCollection<string> Features => [.. Left.Features.Union(Right.Features, StringComparer.Ordinal)];

        public override IReadOnlyList<bool> Holds(FeatureTable users) => [.. Left.Holds(users).Zip(Right.Holds(users), (left, right) => left & right)];

        public override string ToString() => $"{Part(Left)} and {Part(Right)}";

        private static string Part(Rule rule) => rule is Either ? $"({rule})" : rule.ToString();
    }

    private sealed record Either(Rule Left, Rule Right) : Rule
    {
        public override IReadOnlyCollection<string> Features => [.. Left.Features.Union(Right.Features, StringComparer.Ordinal)];

        public override IReadOnlyList<bool> Holds(FeatureTable users) => [.. Left.Holds(users).Zip(Right.Holds(users), (left, right) => left | right)];

        public override string ToString() => $"{Left} or {Right}";
    }

    private sealed record Not(Rule Inner) : Rule
    {
        public override IReadOnlyCollection<string> Features => Inner.Features;

        public override IReadOnlyList<bool> Holds(FeatureTable users) => [.. Inner.Holds(users).Select(holds => !holds)];

        public override string ToString() => $"not ({Inner})";
    }
}

/// <summary>A comparison of one feature, row by row.</summary>
internal sealed record Comparison(string Feature, string Words, Func<FeatureTable, Func<int, bool>> Test) : Rule
{
    public override IReadOnlyCollection<string> Features => [Feature];

    public override IReadOnlyList<bool> Holds(FeatureTable users)
    {
        var test = Test(users);
        bool[] holds = new bool[users.Count];
        for (int row = 0; row < holds.Length; row++)
            holds[row] = test(row);
        return holds;
    }

    public override string ToString() => $"{Feature} {Words}";
}
