using System.Buffers;
using System.Text.RegularExpressions;

namespace UserOps.Data.Privacy;

/// <summary>How personal data look, as whole values and inside longer text.</summary>
internal static partial class PersonalPatterns
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>A cheap first look: without an at sign or seven digits there is nothing to find.</summary>
    public static bool MayHold(ReadOnlySpan<char> text)
    {
        if (text.Contains('@'))
            return true;
        int digits = 0;
        for (int next = text.IndexOfAny(Digits); next >= 0 && digits < 7; next = text.IndexOfAny(Digits))
        {
            digits++;
            text = text[(next + 1)..];
        }
        return digits >= 7;
    }

    /// <summary>An e-mail address.</summary>
    [GeneratedRegex(@"(?<![\w.+-])[A-Za-z0-9_%+][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant)]
    public static partial Regex Email();

    /// <summary>A Chinese mobile or fixed-line number, a number with a country code, or one in North American form.</summary>
    [GeneratedRegex(
        """
        (?<![0-9A-Za-z.,_-])(?:
            (?:(?:\+|00)86[\ -]?|86-)?1[3-9][0-9][\ -]?[0-9]{4}[\ -]?[0-9]{4}
          | (?:\(0[0-9]{2,3}\)|0[0-9]{2,3}-)[\ ]?[0-9]{7,8}
          | \+[1-9][0-9]{0,2}(?:[\ -]?\(?[0-9]{1,4}\)?){2,5}
          | \(?[2-9][0-9]{2}\)?[\ .-][0-9]{3}[\ .-][0-9]{4}
        )(?![0-9A-Za-z_]|[.-][0-9])
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Phone();

    /// <summary>The shape of a citizen identification number; its check character is for <see cref="ChineseIdNumber"/>.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    public static partial Regex NationalId();

    /// <summary>A Chinese personal name: a usual family name and one or two characters.</summary>
    [GeneratedRegex(
        "^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]"
        + "|欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容)[一-鿿]{1,2}$",
        RegexOptions.CultureInvariant)]
    public static partial Regex ChineseName();

    /// <summary>A name in two to four capitalised words.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{Ll}'’]+(?:[ -](?:\p{Lu}\.|\p{Lu}[\p{L}'’]+)){1,3}$", RegexOptions.CultureInvariant)]
    public static partial Regex CapitalisedName();

    /// <summary>A Chinese address down to a street, a village or a door; or a house number with a street in English.</summary>
    [GeneratedRegex(
        @"[一-鿿](?:路|街|道|巷|弄|村|镇|乡|苑|小区|大厦)[^,，]*[0-9一二三四五六七八九十]+(?:号|栋|幢|室|单元|弄|楼)"
        + @"|^[0-9]+[A-Za-z]?,? (?:\S+ ){1,5}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Way|Court|Ct|Square|Sq)\b",
        RegexOptions.CultureInvariant)]
    public static partial Regex Address();

    /// <summary>The part of a Chinese address that names no more than a province and a city.</summary>
    [GeneratedRegex(
        "^(?:(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)"
        + "(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?)?(?:[一-鿿]{1,8}?(?:市|自治州))?",
        RegexOptions.CultureInvariant)]
    public static partial Regex Region();
}
