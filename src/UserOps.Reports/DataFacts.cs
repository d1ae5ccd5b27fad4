using System.IO.Hashing;
using System.Text;
using UserOps.Display;

namespace UserOps.Reports;

/// <summary>What a run says about the data that it opened.</summary>
internal static class DataFacts
{
    public static DataIdentity? Read(MimeBundle bundle) =>
        bundle[MimeBundle.Data] is { } json ? DataIdentity.FromJson(json) : null;

    /// <summary>The data of several openings together: every file once, the whole time range, one hash.</summary>
    public static DataIdentity? Combine(IReadOnlyList<DataIdentity> opened)
    {
        DataIdentity[] distinct = [.. opened.DistinctBy(data => data.Hash)];
        if (distinct.Length <= 1)
            return distinct.FirstOrDefault();
        DataFile[] files = [.. distinct.SelectMany(data => data.Files).Distinct().OrderBy(file => file.Name, StringComparer.Ordinal)];
        return new(files, distinct.Min(data => data.From), distinct.Max(data => data.To), distinct[0].TimeZone, HashOf(distinct));
    }

    /// <summary>The last day in the data, on the calendar of the report; null without timestamps.</summary>
    public static DateOnly? LastDay(this DataIdentity data) => DayOf(data.To, data.TimeZone);

    /// <summary>The first day in the data, on the calendar of the report; null without timestamps.</summary>
    public static DateOnly? FirstDay(this DataIdentity data) => DayOf(data.From, data.TimeZone);

    public static long Rows(this DataIdentity data) => data.Files.Sum(file => file.Rows);

    private static DateOnly? DayOf(DateTime? utc, string timeZone) => utc is { } moment
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), ZoneOf(timeZone)))
        : null;

    // A zone that the caller made up is known to no other machine; its days are told in UTC.
    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string HashOf(IEnumerable<DataIdentity> parts) =>
        Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(string.Join("\n", parts.Select(data => data.Hash).Order(StringComparer.Ordinal)))));
}
