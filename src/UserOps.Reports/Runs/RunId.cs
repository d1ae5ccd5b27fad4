using System.Globalization;

namespace UserOps.Reports.Runs;

/// <summary>Names of runs that sort by time: <c>20240603T081500Z-4c1a</c>, the moment in UTC and the part of its second that has passed.</summary>
internal static class RunId
{
    private const int PartsOfSecond = 1 << 16;

    public static string Of(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        long part = utc.Ticks % TimeSpan.TicksPerSecond * PartsOfSecond / TimeSpan.TicksPerSecond;
        return string.Create(CultureInfo.InvariantCulture, $"{utc:yyyyMMdd'T'HHmmss'Z'}-{part:x4}");
    }
}
