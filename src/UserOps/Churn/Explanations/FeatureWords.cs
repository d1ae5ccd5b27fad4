using System.Globalization;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>What a feature says about a user, in words.</summary>
internal static class FeatureWords
{
    private const string SinceTheLast = "days since the last ";

    /// <summary>A phrase such as <c>no order for 46 days</c>, <c>3 events in the last 7 days</c> or <c>Contract: Two year</c>.</summary>
    public static string Of(Feature feature, object? value) => value switch
    {
        null => feature.Meaning == ActivityFeatures.Overdue ? "active on one day only" : $"{feature.Meaning}: unknown",
        double times when feature.Meaning == ActivityFeatures.Overdue => $"silent {feature.Format.Write(times)} times as long as usual",
        double days when feature.Format.Unit == "days" && feature.Meaning.StartsWith(SinceTheLast, StringComparison.Ordinal) => $"no {feature.Meaning[SinceTheLast.Length..]} for {Days(days)}",
        double days when feature.Format.Unit == "days" && feature.Meaning.StartsWith("days since ", StringComparison.Ordinal) => $"{Days(days)} {feature.Meaning["days ".Length..]}",
        double count when feature.Format == Format.Count => $"{(count == 0 ? "no" : Format.Count.Write(count))} {feature.Meaning}",
        _ => $"{feature.Meaning}: {feature.Format.Write(value)}",
    };

    private static string Days(double days) => days < 1.5
        ? days < 0.5 ? "less than a day" : "1 day"
        : string.Create(CultureInfo.InvariantCulture, $"{days:N0} days");
}
