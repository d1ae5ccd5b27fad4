using UserOps.Display;
using UserOps.Referral;

namespace UserOps.Review;

internal static class ReferralLines
{
    private const string NoReferrers = "the export does not say who invited whom (users.referrer_id)";
    private const string NoActivity = "the export has neither events nor orders";
    private const string NoInvitations = "the export has no invitation events or no referrers";
    private const string NobodyInvited = "no invited user of the period has been watched long enough";

    public static IEnumerable<AarrrFigure> Of(Section<ReferralResult> section)
    {
        if (section.Answer is not { } found)
            return [AarrrFigure.Blank(AarrrStage.Referral, section.Missing)];
        var figures = found.Figures;
        return
        [
            Line(figures.ShareOfNewUsers, "share_of_new_users", "fraction", found.HasReferrers ? "the period has no new users" : NoReferrers),
            Line(figures.K, "k", "users per user", !found.HasReferrers ? NoReferrers : found.HasActivity ? "nobody was active in the period" : NoActivity),
            Line(figures.Conversion, "conversion", "fraction", NoInvitations),
            Line(figures.Activation, "activation", "fraction", !found.HasReferrers ? NoReferrers : found.HasActivity ? NobodyInvited : NoActivity),
            Line(figures.CycleDays, "cycle_days", "days", found.HasReferrers ? NobodyInvited : NoReferrers) with { Better = Direction.Down },
        ];
    }

    private static AarrrFigure Line(Figure figure, string name, string unit, string missing) =>
        new(AarrrStage.Referral, figure, "referral." + name, unit) { Missing = missing };
}
