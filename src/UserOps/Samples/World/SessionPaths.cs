namespace UserOps.Samples;

/// <summary>What a user may do; the number is the row of the transition matrix.</summary>
internal enum Step : byte
{
    Visit,
    ViewContent,
    Like,
    Comment,
    Share,
    ViewProduct,
    Cart,
    Checkout,
    Pay,
    Invite,
    Signup,
    Leave,
}

/// <summary>What follows what within a visit: a Markov chain of first order.</summary>
internal static class SessionPaths
{
    /// <summary>A visit ends after so many steps at the latest.</summary>
    public const int LongestVisit = 40;

    public static readonly string[] Names =
        ["visit", "view_content", "like", "comment", "share", "view_product", "cart", "checkout", "pay", "invite", "signup"];

    /// <summary>For each step those that may follow; what is missing to 1 leaves.</summary>
    public static readonly (Step To, double Probability)[][] Next =
    [
        [(Step.ViewContent, 0.42), (Step.ViewProduct, 0.43)],
        [(Step.ViewContent, 0.20), (Step.Like, 0.12), (Step.ViewProduct, 0.17), (Step.Comment, 0.04), (Step.Share, 0.02)],
        [(Step.ViewContent, 0.35), (Step.ViewProduct, 0.15)],
        [(Step.ViewContent, 0.30), (Step.ViewProduct, 0.15), (Step.Invite, 0.10)],
        [(Step.ViewContent, 0.25), (Step.ViewProduct, 0.10), (Step.Invite, 0.40)],
        [(Step.Cart, 0.24), (Step.ViewProduct, 0.18), (Step.ViewContent, 0.08)],
        [(Step.Checkout, 0.58), (Step.ViewProduct, 0.15)],
        [(Step.Pay, 0.70), (Step.Cart, 0.05)],
        [(Step.Invite, 0.40), (Step.Share, 0.06)],
        [(Step.Invite, 0.45)],
    ];

    /// <summary>Draws the next step; <paramref name="factor"/> multiplies the way to <paramref name="goal"/>, at the expense of leaving.</summary>
    public static Step Draw(Step from, Step goal, double factor, ref Chance chance)
    {
        double left = chance.Unit();
        foreach ((var to, double probability) in Next[(int)from])
            if ((left -= to == goal ? probability * factor : probability) < 0)
                return to;
        return Step.Leave;
    }

    /// <summary>The planted probability of going from one step directly to another.</summary>
    public static double Probability(Step from, Step to) => Next[(int)from].FirstOrDefault(next => next.To == to).Probability;
}
