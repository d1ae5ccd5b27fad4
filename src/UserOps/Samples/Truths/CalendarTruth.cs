namespace UserOps.Samples;

/// <summary>When people come, and the days out of the ordinary.</summary>
internal static class CalendarTruth
{
    public static object Of(ShopCalendar calendar) => new
    {
        WeekdayFactorsMondayFirst = ShopCalendar.Weekdays,
        SignupGrowthPerDay = Population.DailyGrowth,
        HourSharesDaytime = HourProfile.Daytime.Shares.Select(Truth.Rounded),
        HourSharesEvening = HourProfile.Evening.Shares.Select(Truth.Rounded),
        EveningProfileForBirthYearsFrom = Profiles.EveningBornFrom,
        Days = Days(calendar),
    };

    private static IEnumerable<object> Days(ShopCalendar calendar)
    {
        (string Name, DaySpan Span, string Effect)[] known =
        [
            ("quiet_holiday", ShopCalendar.QuietHoliday, FormattableString.Invariant($"visits and sign-ups x {ShopCalendar.QuietFactor}")),
            ("shopping_festival", ShopCalendar.Festival,
                FormattableString.Invariant($"visits and sign-ups x {FestivalFactors()}; all orders with a discount of {Shopping.FestivalDiscount}")),
            ("after_festival", ShopCalendar.AfterFestival, FormattableString.Invariant($"visits and sign-ups x {ShopCalendar.AfterFestivalFactor}")),
            ("payment_failure", Day(ShopCalendar.PaymentFailureDay),
                FormattableString.Invariant($"android: step from checkout to pay x {ShopCalendar.PaymentFailureFactor}")),
            ("outage", Day(ShopCalendar.OutageDay), $"nothing can be reached from {ShopCalendar.OutageFromHour}:00 to {ShopCalendar.OutageToHour}:00"),
            ("empty_signups", Day(ShopCalendar.BurstDay),
                FormattableString.Invariant($"{ShopCalendar.BurstShare} of all users sign up through social between 2:00 and 5:00 and never come")),
        ];
        return known.Where(day => day.Span.Start < calendar.Days).Select(day => new
        {
            day.Name,
            From = Truth.Date(calendar, day.Span.Start),
            To = Truth.Date(calendar, Math.Min(day.Span.End, calendar.Days) - 1),
            day.Effect,
        });
    }

    private static string FestivalFactors() => string.Join(", ", ShopCalendar.FestivalFactors.Select(factor => FormattableString.Invariant($"{factor}")));

    private static DaySpan Day(int day) => new(day, day + 1);
}
