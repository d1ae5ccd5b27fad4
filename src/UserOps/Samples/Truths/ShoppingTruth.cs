namespace UserOps.Samples;

/// <summary>How a visit goes, and what is bought.</summary>
internal static class ShoppingTruth
{
    private static readonly Step[] CorePath = [Step.ViewProduct, Step.Cart, Step.Checkout, Step.Pay];

    public static object Sessions() => new
    {
        Process = "a Markov chain of first order from visit on; what is missing to 1 leaves",
        Transitions = SessionPaths.Next.SelectMany((next, from) => next.Select(to => new
        {
            From = SessionPaths.Names[from],
            To = SessionPaths.Names[(int)to.To],
            to.Probability,
        })),
        FactorsOfCheckoutToPay = Profiles.Platforms.Select(platform => new { Platform = platform.Name, Factor = platform.PayFactor }),
        FactorsOfProductToCart = Channels.All.Select(channel => new { Channel = channel.Name, Factor = channel.CartFactor }),
        ShareOfVisitsThatReach = Channels.All.Select(channel => new
        {
            Channel = channel.Name,
            Steps = CorePath.ToDictionary(step => SessionPaths.Names[(int)step], step => Truth.Rounded(Expectations.Reaches(step, channel))),
        }),
    };

    public static object Orders(Tally tally) => new
    {
        Count = tally.Orders,
        NetRevenue = tally.NetCents / 100.0,
        ShareOfFavouriteCategory = Shopping.FavouriteShare,
        QuantityShares = Shopping.Quantities,
        PurchasePower = "uniform between users; the dearer of two products is taken with this probability, whatever the visit rate",
        Categories = Catalogue.Categories.Select(category => new { category.Name, category.Popularity, category.CostShare, category.RefundRate }),
        BoughtTogether = Catalogue.Products.Where(product => product.Companion is not null).Select(product => new
        {
            Product = product.Id,
            Brings = product.Companion,
            Probability = product.CompanionShare,
        }),
    };

    public static object Content() => Community.Kinds.Select(kind => new { kind.Name, kind.Pieces, FactorOfContentToProduct = kind.ProductFactor });
}
