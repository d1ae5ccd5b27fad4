using UserOps.Display;

namespace UserOps.Uplift;

/// <summary>Which users judge a model that did not learn from them.</summary>
public abstract record UpliftHoldOut
{
    private UpliftHoldOut() { }

    /// <summary>Who judges, in words.</summary>
    internal abstract string Words { get; }

    internal abstract void Check();

    /// <summary>A part of the users drawn by lot, with the same share of arms and outcomes.</summary>
    /// <param name="Share">The part, between 0 and 1.</param>
    public sealed record Random(double Share = 0.4) : UpliftHoldOut
    {
        internal override string Words => $"a random {Format.Percent(0).Write(Share)} of the users";

        internal override void Check() => NeedShare(Share);
    }

    /// <summary>The users who were assigned last: the nearest to the next campaign.</summary>
    /// <param name="Share">The part, between 0 and 1; users assigned at the same moment stay together.</param>
    public sealed record Latest(double Share = 0.4) : UpliftHoldOut
    {
        internal override string Words => $"the {Format.Percent(0).Write(Share)} of users who were assigned last";

        internal override void Check() => NeedShare(Share);
    }

    /// <summary>Every user, each scored by a model of the others: for experiments too small to set users apart.</summary>
    /// <param name="Count">How many folds the users are divided into, 2 or more.</param>
    public sealed record Folds(int Count = 5) : UpliftHoldOut
    {
        internal override string Words => $"each user scored by a model of the others ({Count} folds)";

        internal override void Check()
        {
            if (Count < 2)
                throw new UserOpsException($"{Count} folds were asked for; 2 or more are needed.");
        }
    }

    private static void NeedShare(double share)
    {
        if (!(share > 0 && share < 1))
            throw new UserOpsException(FormattableString.Invariant($"A hold-out of {share} was asked for; a share between 0 and 1 is needed, such as 0.4."));
    }
}
