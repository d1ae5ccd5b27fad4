using System.Globalization;
using System.Text.Json;

namespace UserOps.Samples;

/// <summary>Writes down what was planted, so that estimates can be compared with it.</summary>
internal sealed class Truth(Shop shop, Simulation simulation)
{
    /// <summary>The file's name, beside the tables.</summary>
    public const string FileName = "truth.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Generator = Generator(),
            WithoutDirt = Clean(),
            Dirt = Dirtiness(),
            Calendar = CalendarTruth.Of(shop.Calendar),
            MeasuredOn = Measured.On,
            Channels = new UserTruth(shop).Channels(),
            Visits = UserTruth.Visits(),
            ChurnDrivers = UserTruth.ChurnDrivers(),
            Sessions = ShoppingTruth.Sessions(),
            Orders = ShoppingTruth.Orders(shop.Tally),
            Content = ShoppingTruth.Content(),
            Referral = UserTruth.Referral(shop.Tally),
            Tiers = UserTruth.Tiers(),
            Contacts = CampaignTruth.Fatigue(),
            CheckoutTest = CampaignTruth.Checkout(shop, simulation.Test),
            WinbackCoupon = CampaignTruth.Coupon(shop),
            SouthPosters = CampaignTruth.Posters(shop),
        },
        Format) + "\n";

    /// <summary>A number with six digits after the point: enough to compare with, and free of the noise of the last bits.</summary>
    public static double Rounded(double value) => Math.Round(value, 6);

    public static string Date(ShopCalendar calendar, int day) => calendar.Start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private object Generator() => new
    {
        shop.Options.Users,
        shop.Options.Seed,
        Start = Date(shop.Calendar, 0),
        shop.Options.Days,
        TimeZone = ExportNote.TimeZone,
        Currency = "CNY",
        Random = "SplitMix64",
    };

    private object Clean() => new { Users = shop.Count, Events = shop.Events.Count, shop.Tally.Orders, shop.Tally.OrderLines };

    private object Dirtiness() => new
    {
        Users = new { DuplicateRows = simulation.DuplicateUsers, Dirt.TestAccounts },
        Events = new
        {
            DuplicateRows = shop.Dirt.Duplicates,
            RowsWithoutUser = shop.Dirt.WithoutUser,
            BrokenRows = shop.Dirt.Broken,
            RowsWithImpossibleTime = shop.Dirt.BrokenClocks,
            RowsOfTestAccounts = shop.Dirt.OfTestAccounts,
            RowsWrittenLate = shop.Dirt.Late,
        },
    };
}
