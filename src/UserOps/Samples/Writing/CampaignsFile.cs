namespace UserOps.Samples;

/// <summary>What a campaign cost, in cents by kind.</summary>
internal readonly record struct Costs(long Media = 0, long Incentive = 0, long Gift = 0, long Staff = 0, long Tools = 0)
{
    public long Total => Media + Incentive + Gift + Staff + Tools;
}

/// <summary>Writes the campaigns and their costs, which follow from what happened.</summary>
internal sealed class CampaignsFile(Shop shop)
{
    /// <summary>What the editors of a month's messages cost for each user who may sign up, in cents.</summary>
    public const int StaffCentsPerUser = 8;

    /// <summary>What the posters in the south cost for each user who may sign up, in cents.</summary>
    public const int PosterCentsPerUser = 60;

    private readonly CsvFile _file = shop.Files.Open(Layouts.Campaigns);

    public void WriteAll()
    {
        for (int month = 0; month < shop.Tally.Months; month++)
        {
            WriteAcquisition(month);
            WriteContacts(month);
        }
        WriteSpecial(SouthCampaign.Id, "Posters in the south", "posters", ShopCalendar.SouthCampaign, new(
            Media: (long)PosterCentsPerUser * shop.Options.Users));
        WriteSpecial(Winback.Id, "Coupon to win users back", "sms", ShopCalendar.Winback, new(
            Incentive: shop.Tally.CouponDiscountCents, Staff: (long)StaffCentsPerUser * shop.Options.Users / 2,
            Tools: shop.Tally.WinbackMessages * Contacts.CostCents[Winback.SmsChannel]));
        WriteSpecial("festival", "Shopping festival", "in_app", ShopCalendar.Festival, new(Incentive: shop.Tally.FestivalDiscountCents));
    }

    private void WriteAcquisition(int month)
    {
        for (int channel = 0; channel < Channels.All.Length; channel++)
        {
            long users = shop.Tally.SignupsByChannel[month, channel];
            var costs = channel == Channels.Referral
                ? new Costs(Incentive: users * Channels.ReferralRewardCents)
                : new Costs(Media: users * Channels.All[channel].CostPerUserCents);
            if (costs.Total > 0)
                Write(shop.CampaignIds.OfAcquisition(month, channel), "New users", Channels.All[channel].Name, "acquisition", DaysOf(month), costs);
        }
    }

    private void WriteContacts(int month)
    {
        for (int channel = 0; channel < Contacts.ChannelNames.Length; channel++)
        {
            long tools = shop.Tally.TouchesByChannel[month, channel] * Contacts.CostCents[channel];
            long staff = (long)((long)StaffCentsPerUser * shop.Options.Users * Contacts.ChannelShares[channel]);
            var costs = new Costs(Staff: staff, Tools: tools);
            Write(shop.CampaignIds.OfContacts(month, channel), "Planned messages", Contacts.ChannelNames[channel], "retention", DaysOf(month), costs);
        }
    }

    private void WriteSpecial(string id, string name, string channel, DaySpan days, Costs costs)
    {
        if (days.Start < shop.Options.Days)
            Write(id, name, channel, "retention", (days.Start, Math.Min(days.End, shop.Options.Days) - 1), costs);
    }

    private (int First, int Last) DaysOf(int month) => shop.Tally.DaysOf(month, shop.Options.Days);

    private void Write(string id, string name, string channel, string purpose, (int First, int Last) days, Costs costs)
    {
        if (!_file.Window.Knows(days.First * DaySpan.Seconds))
            return;
        _file.Text(id);
        _file.Text(name);
        _file.Text(channel);
        _file.Text(purpose);
        _file.Date(days.First);
        _file.Date(days.Last);
        foreach (long cost in (ReadOnlySpan<long>)[costs.Media, costs.Incentive, costs.Gift, costs.Staff, costs.Tools, costs.Total])
            _file.Money(cost);
        _file.EndRow();
    }
}
