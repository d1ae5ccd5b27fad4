using System.Text.RegularExpressions;

namespace UserOps.Data.Typing;

/// <summary>What the name of a column that nobody asked for tells about its type.</summary>
internal static partial class ColumnHints
{
    /// <summary>Ids, codes and numbers to call stay text even where they are digits.</summary>
    public static bool IsText(string name) => TextName().IsMatch(name);

    /// <summary>Digits alone can be a time in a column that says so.</summary>
    public static bool IsTime(string name) => TimeName().IsMatch(name);

    [GeneratedRegex(@"(^|[\s_\-.]|(?<=[a-z]))(id|ID|Id|uuid|guid|code|Code|phone|Phone|mobile|Mobile|zip|Zip|postcode|sku|SKU|ip|IP)$|(user|customer|member|order|invoice|session|product|campaign|account)(id|no|code)$|编号|号码|单号|手机|电话|邮编|身份证", RegexOptions.CultureInvariant)]
    private static partial Regex TextName();

    [GeneratedRegex(@"(date|time|timestamp|_at|_on|[a-z]At|日期|时间|时刻)(_?utc)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeName();
}
