namespace UserOps.Reports.Languages;

/// <summary>The language of what the reports say of themselves; what a notebook writes stays in its own.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,
    /// <summary>Chinese as it is written in mainland China.</summary>
    Chinese,
}
