using UserOps.Acquisition;
using UserOps.Activation;
using UserOps.Activity;
using UserOps.Data;
using UserOps.Display;
using UserOps.Referral;
using UserOps.Retention;
using UserOps.Revenue;
using UserOps.Time;

namespace UserOps.Review;

/// <summary>The questions of a review; each has an answer or says what the export lacks.</summary>
internal sealed class ReviewSections(Dataset data, Period period, ActivationGoal? goal)
{
    private readonly Section<AcquisitionResult> _acquisition = Section.Of("Acquisition", () => data.Acquisition(new() { Period = period, Goal = goal }));
    private readonly Section<ActivationResult> _activation = Section.Of("Activation", () => data.Activation(new() { Period = period, Goal = goal }));
    private readonly Section<RetentionResult> _retention = Section.Of("Retention", () => data.Retention(new() { Period = period }));
    private readonly Section<RetentionResult> _byDay = Section.Of(
        "Retention by day", () => data.Retention(new() { Period = period, Grain = Grain.Day, Kind = new RetentionKind.NDay(1, 3, 7, 14, 30) }));
    private readonly Section<ActiveUsersResult> _active = Section.Of("Active users", () => data.ActiveUsers(new() { Period = period }));
    private readonly Section<LifecycleResult> _lifecycle = Section.Of("Lifecycle", () => data.Lifecycle(new() { Period = period }));
    private readonly Section<RevenueResult> _revenue = Section.Of("Revenue", () => data.Revenue(new() { Period = period }));
    private readonly Section<ReferralResult> _referral = Section.Of("Referral", () => data.Referral(new() { Period = period, Goal = goal }));

    /// <summary>The key numbers, by stage.</summary>
    public IReadOnlyList<AarrrFigure> Figures =>
    [
        .. AcquisitionLines.Of(_acquisition), .. ActivationLines.Of(_activation), .. RetentionLines.Of(_byDay, _active, _lifecycle),
        .. RevenueLines.Of(_revenue), .. ReferralLines.Of(_referral),
    ];

    /// <summary>The detailed answers that there are, by stage.</summary>
    public IReadOnlyList<AnalysisResult> Details
    {
        get
        {
            AnalysisResult?[] answers =
            [
                _acquisition.Answer, _activation.Answer, _retention.Answer, _byDay.Answer?.Curve, _active.Answer, _lifecycle.Answer,
                _revenue.Answer, _referral.Answer,
            ];
            return [.. answers.OfType<AnalysisResult>()];
        }
    }
}
