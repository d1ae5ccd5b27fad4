namespace UserOps.Samples;

/// <summary>Posters in the south for three weeks: some visits from there are followed by one more. The other regions show what would have been.</summary>
internal static class SouthCampaign
{
    public const string Id = "south-posters";

    /// <summary>The probability that a visit is followed by an extra one.</summary>
    public const double ExtraVisit = 0.35;

    private const int SoonestSeconds = 2 * 3_600, LatestSeconds = 36 * 3_600;

    /// <summary>Notes the extra visit that the posters bring, if they do.</summary>
    public static void Echo(Shop shop, Appointment visit)
    {
        ref var member = ref shop.Members[visit.User];
        if (member.Region != Profiles.South || !ShopCalendar.SouthCampaign.Holds(visit.Time))
            return;
        var chance = Chance.For(shop.Seed, Purpose.Echo, visit.User, visit.Time);
        int at = visit.Time + chance.Between(SoonestSeconds, LatestSeconds);
        if (chance.Happens(ExtraVisit) && ShopCalendar.SouthCampaign.Holds(at))
            shop.Agenda.Add(new(at, visit.User, Errand.Echo));
    }
}
