namespace UserOps.Reports.Pages;

/// <summary>Gives headings anchors that are unique on their page.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    public string Make(string text)
    {
        string slug = Slug(text);
        int use = _uses[slug] = _uses.GetValueOrDefault(slug) + 1;
        return use == 1 ? slug : $"{slug}~{use}";
    }

    private static string Slug(string text)
    {
        string[] words = new string([.. text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return "s-" + string.Join('-', words);
    }
}
