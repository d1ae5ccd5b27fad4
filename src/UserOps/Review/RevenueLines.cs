using UserOps.Revenue;

namespace UserOps.Review;

internal static class RevenueLines
{
    private const string NoEvents = "the export has no events, which tell who was active";

    public static IEnumerable<AarrrFigure> Of(Section<RevenueResult> section)
    {
        if (section.Answer is not { } found)
            return [AarrrFigure.Blank(AarrrStage.Revenue, section.Missing)];
        var figures = found.Figures;
        return
        [
            Line(figures.NetRevenue, "net", "money"),
            Line(figures.PayingRate, "paying_rate", "fraction") with { Missing = NoEvents },
            Line(figures.Arpu, "arpu", "money") with { Missing = NoEvents },
            Line(figures.Aov, "aov", "money"),
            Line(figures.RepeatRate, "repeat_rate", "fraction"),
            Line(figures.SecondOrderRate, "second_order_rate", "fraction") with { Missing = "no new buyer has been watched long enough" },
        ];
    }

    private static AarrrFigure Line(Figure figure, string name, string unit) => new(AarrrStage.Revenue, figure, "revenue." + name, unit);
}
