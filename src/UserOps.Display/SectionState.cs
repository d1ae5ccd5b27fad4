namespace UserOps.Display;

/// <summary>A question that a report asked of its data, and whether they could answer it. It travels with the answer, so that a host can say which parts of a report stay blank.</summary>
/// <param name="Title">What the question is about.</param>
public sealed record SectionState(string Title)
{
    /// <summary>What the data lack and what to do; null where there is an answer.</summary>
    public string? Missing { get; init; }

    /// <summary>The state that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not the JSON of a section.</exception>
    public static SectionState FromJson(string json) => CanonicalJson.Read<SectionState>(json, "a section");

    /// <summary>The state as JSON: sorted camel-case keys, nulls left out.</summary>
    public string ToJson() => CanonicalJson.Write(this);
}
