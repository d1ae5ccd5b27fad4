using System.Text.RegularExpressions;

namespace UserOps.Data.Privacy;

/// <summary>What a column's name, English or Chinese, says about personal data in it.</summary>
internal static partial class PersonalHeadings
{
    private static readonly (Regex Name, PersonalData Kind)[] Rules =
    [
        (Email(), PersonalData.Email),
        (NationalId(), PersonalData.NationalId),
        (Device(), PersonalData.None),
        (Phone(), PersonalData.Phone),
        (Address(), PersonalData.Address),
        (Name(), PersonalData.PersonName),
    ];

    /// <summary>The kind that the name announces, <see cref="PersonalData.None"/> when it announces none.</summary>
    public static PersonalData Read(string column)
    {
        string words = Separator().Replace(column.Trim(), "_").ToLowerInvariant();
        return Rules.FirstOrDefault(rule => rule.Name.IsMatch(words)).Kind;
    }

    /// <summary>Whether the name may stand for a person as well as for a product: what it holds decides.</summary>
    public static bool MayBeName(string column) => column.Trim().ToLowerInvariant() is "name" or "名称" or "名字" or "customer" or "user" or "客户" or "用户" or "会员" or "买家";

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|[\s_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("(?:^|_)(?:e_?mail|mail)(?:_addr(?:ess)?)?$|邮箱|电子邮件|邮件地址")]
    private static partial Regex Email();

    [GeneratedRegex("(?:^|_)(?:id_?card|identity_?card|national_id|citizen_id|ssn|passport)(?:_(?:no|num|number))?$|身份证|证件号|护照")]
    private static partial Regex NationalId();

    [GeneratedRegex("型号|品牌|类型|系统|归属|套餐|(?:^|_)(?:ip|mac|web|wallet)_?addr(?:ess)?$|网址|ip_?地址|mac_?地址")]
    private static partial Regex Device();

    [GeneratedRegex("(?:^|_)(?:phone|mobile|cell|cellphone|tel|telephone|whatsapp)(?:_(?:no|num|number))?$|手机|电话|联系方式")]
    private static partial Regex Phone();

    [GeneratedRegex("(?:^|_)(?:addr|address|street)(?:_?[12]|_line_?[12])?$|地址|住址")]
    private static partial Regex Address();

    [GeneratedRegex("(?:^|_)(?:full|first|last|middle|given|family|real|user|customer|client|member|buyer|receiver|recipient|contact|consignee)_?name$"
        + "|(?:^|_)(?:surname|nick_?name|username|consignee|recipient)$|姓名|收货人|收件人|联系人|真名|昵称|客户名|会员名|买家名|用户名")]
    private static partial Regex Name();
}
