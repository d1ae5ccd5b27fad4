namespace UserOps.Segments.Audiences;

/// <summary>An audience 人群包: a name and the rule that tells who belongs to it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rule">Who belongs to it.</param>
public sealed record Audience(string Name, Rule Rule);
