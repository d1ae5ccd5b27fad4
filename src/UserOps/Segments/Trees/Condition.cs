using UserOps.Segments.Audiences;

namespace UserOps.Segments.Trees;

/// <summary>What a branch of a tree asks of one feature.</summary>
internal abstract record Condition(string Feature)
{
    public abstract Rule ToRule();

    /// <summary>Both conditions as one; null where they stay two.</summary>
    public virtual Condition? And(Condition other) => null;

    private static Rule Or(Rule rule, bool withMissing, Rule missing) => withMissing ? rule | missing : rule;

    /// <summary>A number in [From, Below), and perhaps users without one.</summary>
    public sealed record Number(string Feature, double From, double Below, bool WithMissing) : Condition(Feature)
    {
        public override Rule ToRule()
        {
            var number = Rule.Number(Feature);
            Rule? from = double.IsFinite(From) ? number >= From : null, below = double.IsFinite(Below) ? number < Below : null;
            return Or(from is null ? below! : below is null ? from : from & below, WithMissing, number.IsMissing);
        }

        public override Condition? And(Condition other) => other is Number number && number.Feature == Feature
            ? new Number(Feature, Math.Max(From, number.From), Math.Min(Below, number.Below), WithMissing && number.WithMissing)
            : null;
    }

    /// <summary>Yes or no, and perhaps users of whom it is not known.</summary>
    public sealed record Flag(string Feature, bool Yes, bool WithMissing) : Condition(Feature)
    {
        public override Rule ToRule() => Or(Yes ? Rule.Flag(Feature).IsTrue : Rule.Flag(Feature).IsFalse, WithMissing, Rule.Flag(Feature).IsMissing);
    }

    /// <summary>Whether it is known if yes or no.</summary>
    public sealed record Known(string Feature, bool IsKnown) : Condition(Feature)
    {
        public override Rule ToRule() => IsKnown ? !Rule.Flag(Feature).IsMissing : Rule.Flag(Feature).IsMissing;
    }

    /// <summary>One of some words (and perhaps none), or anything else.</summary>
    public sealed record Words(string Feature, IReadOnlyList<string> Any, bool WithMissing, bool IsNegated) : Condition(Feature)
    {
        public override Rule ToRule()
        {
            var rule = Any.Count == 0 ? Rule.Text(Feature).IsMissing : Or(Rule.Text(Feature).In(Any), WithMissing, Rule.Text(Feature).IsMissing);
            return IsNegated ? !rule : rule;
        }
    }
}
