using MathNet.Numerics.Distributions;
using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.Campaigns;

/// <summary>What was spent on some campaigns and what came in that is tied to them: gross, whether or not it would have come anyway.</summary>
/// <param name="Name">Which campaigns.</param>
/// <param name="Link">What ties orders to them.</param>
/// <param name="Cost">What they cost.</param>
/// <param name="NewUsers">Users whom they brought; null where that is not what they are for.</param>
/// <param name="Buyers">Users with an order tied to them.</param>
/// <param name="Orders">Orders tied to them.</param>
/// <param name="Revenue">Net revenue by user: of the users brought, or of those with a tied order.</param>
/// <param name="Margin">The part of revenue that is left after the cost of goods.</param>
/// <param name="Level">The confidence level.</param>
/// <remarks>Costs are what was paid and exact; intervals are those of the revenue over users, whose number counts as chance too where only buyers are known.</remarks>
public sealed record CampaignReturn(string Name, OrderLink Link, double Cost, int? NewUsers, int Buyers, int Orders, MeanSums Revenue, double Margin, double Level)
{
    /// <summary>Net revenue ÷ cost (ROAS); null without a cost or a link.</summary>
    public Estimate? ReturnOnAdSpend => Over(1, 0);

    /// <summary>(Margin − cost) ÷ cost (ROI), gross; null without a cost or a link.</summary>
    public Estimate? ReturnOnInvestment => Over(Margin, -1);

    /// <summary>Cost per new user (CAC); null where the campaigns bring none.</summary>
    public double? CostPerUser => NewUsers > 0 ? Cost / NewUsers : null;

    /// <summary>Cost per buyer (CPA); null without one.</summary>
    public double? CostPerBuyer => Buyers > 0 && Cost > 0 ? Cost / Buyers : null;

    /// <summary>The range of the cost per buyer: the number of buyers is taken as a Poisson count.</summary>
    public Interval? CostPerBuyerInterval
    {
        get
        {
            if (CostPerBuyer is null)
                return null;
            double tail = (1 - Level) / 2;
            // Garwood (1936): the exact limits of a Poisson mean.
            double low = ChiSquared.InvCDF(2 * Buyers, tail) / 2, high = ChiSquared.InvCDF(2 * Buyers + 2, 1 - tail) / 2;
            return new(Cost / high, Cost / low, Level);
        }
    }

    private Estimate? Over(double factor, double shift)
    {
        if (!(Cost > 0) || Link == OrderLink.None)
            return null;
        double value = Revenue.Sum * factor / Cost + shift;
        // The sum of a Poisson number of amounts has the sum of their squares as its variance.
        double half = Normal.InvCDF(0, 1, 0.5 + Level / 2) * Math.Sqrt(Revenue.SumOfSquares) * factor / Cost;
        return new(value, Buyers >= 2 ? new(value - half, value + half, Level) : null);
    }
}
