using System.Text.Json.Serialization;

namespace UserOps.Display;

/// <summary>Which way a metric should move.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Direction>))]
public enum Direction
{
    /// <summary>Neither way is good by itself.</summary>
    Neutral,
    /// <summary>Higher is better.</summary>
    Up,
    /// <summary>Lower is better.</summary>
    Down,
}

/// <summary>A named key number of a report, with what is needed to compare it with the next one.</summary>
/// <param name="Name">A stable name such as <c>retention.d7</c>: lower case, dots and underscores.</param>
/// <param name="Value">The value; a rate is a fraction.</param>
/// <param name="Unit">The unit: <c>users</c>, <c>fraction</c>, <c>CNY</c>, <c>days</c> ….</param>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = [MimeBundle.Html, MimeBundle.Metric])]
public sealed record Metric(string Name, double Value, string Unit) : IDisplayable
{
    /// <summary>What a reader calls it; the name when absent.</summary>
    public string? Label { get; init; }
    /// <summary>How many users, orders or events stand behind it.</summary>
    public long? N { get; init; }
    /// <summary>The interval of the estimate.</summary>
    public Interval? Interval { get; init; }
    /// <summary>The standard error, in the unit of the value.</summary>
    public double? StandardError { get; init; }
    /// <summary>One sentence that says how it is counted.</summary>
    public string? Definition { get; init; }
    /// <summary>Which way is good.</summary>
    public Direction Better { get; init; }
    /// <summary>Computes what stands behind the value; null where nothing is known. Only a host that keeps runs asks, see <see cref="MetricEvidence.CollectTo"/>.</summary>
    [JsonIgnore]
    public Func<MetricEvidence?>? Evidence { get; init; }

    /// <summary>How the value is printed: per cent for <c>fraction</c>, money for a currency, else a number with its unit.</summary>
    [JsonIgnore]
    public Format Format => MetricFormat.Of(this);

    /// <summary>The metric that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="System.FormatException">The text is not the JSON of a metric.</exception>
    public static Metric FromJson(string json) => CanonicalJson.Read<Metric>(json, "a metric");

    /// <summary>The metric as JSON: sorted camel-case keys, nulls left out, numbers that read back exactly.</summary>
    public string ToJson() => CanonicalJson.Write(this);

    /// <inheritdoc/>
    public MimeBundle Render() => MetricRendering.Render(this);

    /// <summary>Label, value with its unit, interval and n on one line.</summary>
    public override string ToString() => MetricRendering.Text(this);
}
