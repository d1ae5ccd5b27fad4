using UserOps.Acquisition;
using UserOps.Display;

namespace UserOps.Review;

internal static class AcquisitionLines
{
    public static IEnumerable<AarrrFigure> Of(Section<AcquisitionResult> section)
    {
        if (section.Answer is not { } found)
            return [AarrrFigure.Blank(AarrrStage.Acquisition, section.Missing)];
        return [NewUsers(found), LargestChannel(found), Cost(found)];
    }

    private static AarrrFigure NewUsers(AcquisitionResult found) =>
        new(AarrrStage.Acquisition, new("New users", found.Total.Users, Format.Count, found.NewMeans) { N = found.Total.Users, Evidence = () => found.Evidence?.NewUsers() }, "acquisition.new_users", "users");

    private static AarrrFigure LargestChannel(AcquisitionResult found)
    {
        bool named = found.ChannelProperty is not null;
        var largest = found.Channels[0];
        var figure = new Figure(
            named ? $"Largest channel: {largest.Name}" : "Largest channel", named ? (double)largest.Users / found.Total.Users : null, Format.Percent(),
            "its new users ÷ all new users")
        { N = named ? found.Total.Users : null, Evidence = () => found.Evidence?.ShareOf(largest.Name) };
        return new(AarrrStage.Acquisition, figure, "acquisition.largest_channel_share", "fraction")
        {
            Better = Direction.Neutral,
            Missing = named ? null : "the export names no channel for its users",
        };
    }

    private static AarrrFigure Cost(AcquisitionResult found)
    {
        double? cost = found.Total.Cost > 0 ? found.Total.CostPerUser : null;
        var figure = new Figure("Cost per new user (CAC)", cost, Format.Money(), "cost of the campaigns of channels with new users ÷ all new users")
        {
            N = cost is null ? null : found.Total.Users,
            Evidence = () => found.Evidence?.Cost(cost),
        };
        return new(AarrrStage.Acquisition, figure, "acquisition.cac", "money")
        {
            Better = Direction.Down,
            Missing = cost is null ? found.MissingCosts ?? "no campaign of these channels cost anything in the period" : null,
        };
    }
}
