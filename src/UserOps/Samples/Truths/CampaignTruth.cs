namespace UserOps.Samples;

/// <summary>What messages, campaigns and the experiment change.</summary>
internal static class CampaignTruth
{
    public static object Fatigue() => new
    {
        Meaning = "n = messages on the same day and the six days before; messages a week are planned at sign-up by chance",
        OpenProbability = "open_base x exp(-open_fatigue x n)",
        Contacts.OpenBase,
        Contacts.OpenFatigue,
        Contacts.ClickOfOpened,
        UnsubscribeProbability = "unsubscribe_base x exp(annoyance_growth x n)",
        Contacts.UnsubscribeBase,
        Contacts.ComplainBase,
        Contacts.AnnoyanceGrowth,
        NightHours = $"{Contacts.NightFromHour}:00 to {Contacts.NightToHour}:00",
        Contacts.NightOpenFactor,
        Contacts.NightUnsubscribeFactor,
        DropoutHazardPerMessage = Returning.ContactCoefficient,
        Contacts.SilentDays,
        Plans = Profiles.ContactsPerWeek.Zip(Profiles.ContactShares, (messages, share) => new { MessagesPerWeek = messages, Share = share }),
        Channels = Contacts.ChannelNames.Select((name, channel) => new
        {
            Name = name,
            Share = Contacts.ChannelShares[channel],
            CostPerMessage = Contacts.CostCents[channel] / 100.0,
        }),
    };

    public static object? Checkout(Shop shop, CheckoutTest test) => ShopCalendar.CheckoutTest.Start >= shop.Options.Days ? null : new
    {
        Experiment = CheckoutTest.Name,
        From = Truth.Date(shop.Calendar, ShopCalendar.CheckoutTest.Start),
        To = Truth.Date(shop.Calendar, Math.Min(ShopCalendar.CheckoutTest.End, shop.Options.Days) - 1),
        TreatmentShare = 0.5,
        UsersInControl = test.Exposed[0],
        UsersInTreatment = test.Exposed[1],
        RelativeEffectOnCheckoutToPay = Truth.Rounded(CheckoutTest.TreatmentPayFactor - 1),
        AbsoluteEffectOnUsersWhoPay = Truth.Rounded(test.TrueConversionDifference()),
        EffectOnAnythingBeforeCheckout = 0,
    };

    public static object? Coupon(Shop shop) => ShopCalendar.Winback.Start >= shop.Options.Days ? null : new
    {
        Experiment = Winback.Id,
        From = Truth.Date(shop.Calendar, ShopCalendar.Winback.Start),
        To = Truth.Date(shop.Calendar, Math.Min(ShopCalendar.Winback.End, shop.Options.Days) - 1),
        HoldOutShare = 0.5,
        Shopping.CouponDiscount,
        Orders = shop.Tally.CouponOrders,
        OrdersThatWouldNotHaveBeen = shop.Tally.CouponExtraOrders,
        NetRevenueThatWouldNotHaveBeen = shop.Tally.CouponExtraNetCents / 100.0,
        DiscountGiven = shop.Tally.CouponDiscountCents / 100.0,
        Meaning = "uplift of ordering while it runs = extra_order x (1 - p) - (1 - pay_factor) x p, p = share of the held-out who order",
        Segments = Winback.Segments.Select((segment, index) => Segment(shop.Tally, segment, index)),
    };

    public static object? Posters(Shop shop) => ShopCalendar.SouthCampaign.Start >= shop.Options.Days ? null : new
    {
        Campaign = SouthCampaign.Id,
        Region = "south",
        From = Truth.Date(shop.Calendar, ShopCalendar.SouthCampaign.Start),
        To = Truth.Date(shop.Calendar, Math.Min(ShopCalendar.SouthCampaign.End, shop.Options.Days) - 1),
        ExtraVisitPerVisit = SouthCampaign.ExtraVisit,
        ExtraVisits = shop.Tally.EchoVisits,
        ExtraOrders = shop.Tally.EchoOrders,
        ExtraNetRevenue = shop.Tally.EchoNetCents / 100.0,
    };

    private static object Segment(Tally tally, WinbackSegment segment, int index)
    {
        long heldOut = tally.WinbackUsers[2 * index], treated = tally.WinbackUsers[2 * index + 1];
        double payFactor = index == Winback.OverContacted ? Winback.PutOffPayFactor : 1, p = (double)tally.WinbackBuyers[2 * index] / Math.Max(1, heldOut);
        return new
        {
            segment.Name,
            segment.Definition,
            segment.ExtraOrder,
            PayFactor = payFactor,
            HeldOut = heldOut,
            Treated = treated,
            HeldOutWhoOrdered = tally.WinbackBuyers[2 * index],
            TreatedWhoOrdered = tally.WinbackBuyers[2 * index + 1],
            Uplift = Truth.Rounded(segment.ExtraOrder * (1 - p) - (1 - payFactor) * p),
        };
    }
}
