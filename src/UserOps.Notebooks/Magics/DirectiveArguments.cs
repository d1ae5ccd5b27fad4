using System.Text.RegularExpressions;

namespace UserOps.Notebooks.Magics;

/// <summary>What stands behind the name of a directive: options with values, and words.</summary>
internal sealed partial class DirectiveArguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private DirectiveArguments(string text) => Text = text;

    /// <summary>Everything, as it stands.</summary>
    public string Text { get; }

    /// <summary>The words that belong to no option.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The value of an option such as <c>--name</c>, or null.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    public static DirectiveArguments Parse(string text)
    {
        var arguments = new DirectiveArguments(text);
        string? option = null;
        foreach (string word in WordPattern().Matches(text).Select(match => match.Value))
            if (word.StartsWith("--", StringComparison.Ordinal))
                arguments._options[option = word] = "";
            else if (option is not null)
            {
                arguments._options[option] = word.Contains('{', StringComparison.Ordinal) ? word : Unquote(word);
                option = null;
            }
            else
                arguments.Words.Add(Unquote(word));
        return arguments;
    }

    /// <summary>The text without the quotes around it or within it.</summary>
    public static string Unquote(string word) => word.Replace("\"", "", StringComparison.Ordinal);

    [GeneratedRegex("""(?:[^\s"{]|"[^"]*"|\{[^}]*\}|\{)+""")]
    private static partial Regex WordPattern();
}
