using System.Globalization;
using System.Text.RegularExpressions;

namespace UserOps.Notebooks.Parameters;

/// <summary>Reads the comment of a parameter: rules in front of a colon, and what the parameter means.</summary>
/// <remarks>
/// <c>1..90: days within which …</c>, <c>0..: …</c>, <c>one of channel, platform: …</c>, <c>required: …</c>, <c>secret: …</c>, and these together:
/// <c>required, 1..90: …</c>. A comment that begins in any other way is a description and nothing else.
/// </remarks>
internal static partial class ParameterComment
{
    /// <summary>The declaration with what its comment says.</summary>
    public static ParameterDeclaration Apply(ParameterDeclaration declaration, string? comment)
    {
        if (comment is null)
            return declaration;
        int colon = comment.IndexOf(':', StringComparison.Ordinal);
        string head = colon < 0 ? comment : comment[..colon];
        if (Rules().Match(head.Trim()) is not { Success: true } rules || colon < 0 && rules.Groups["choices"].Success)
            return declaration with { Description = comment };
        return declaration with
        {
            Description = colon < 0 || string.IsNullOrWhiteSpace(comment[(colon + 1)..]) ? null : comment[(colon + 1)..].Trim(),
            IsRequired = rules.Groups["required"].Success,
            IsSecret = rules.Groups["secret"].Success,
            Range = rules.Groups["range"].Success ? new(Number(rules.Groups["least"]), Number(rules.Groups["most"])) : null,
            Choices = rules.Groups["choices"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static double? Number(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?=.)((?<required>required)(, *|$))?((?<secret>secret)(, *|$))?((?<range>(?<least>-?\d+(\.\d+)?)?\.\.(?<most>-?\d+(\.\d+)?)?)|one of (?<choices>.+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Rules();
}
