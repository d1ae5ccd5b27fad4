using System.Globalization;
using System.Text;

namespace UserOps.Samples;

/// <summary>How an export looks: names, encoding, and the forms of dates, amounts and words. The numbers are the same in each.</summary>
internal abstract class Dress
{
    public static Dress Of(ShopOptions options) => options.Chinese ? new ChineseDress() : new PlainDress();

    public abstract Encoding Encoding { get; }

    public abstract string FileOf(Layout layout);

    public abstract IEnumerable<string> HeaderOf(Layout layout);

    /// <summary>The forms of a date; a row's number decides which one it has.</summary>
    public abstract IReadOnlyList<string> DateForms { get; }

    /// <summary>An amount as it stands in a row, quoted where it needs to be.</summary>
    public abstract string Money(long cents, long row);

    public abstract string Flag(bool value);

    public abstract string Gender(int gender);

    public abstract string Region(int region);

    public abstract string PersonName(int user);

    protected static string Plain(long cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:D2}");
}

/// <summary>Canonical names, UTF-8 without a mark, ISO dates.</summary>
internal sealed class PlainDress : Dress
{
    private static readonly string[] Genders = ["female", "male", ""], Regions = ["north", "east", "south", "west", ""];

    public override Encoding Encoding { get; } = new UTF8Encoding(false);

    public override string FileOf(Layout layout) => layout.Name + ".csv";

    public override IEnumerable<string> HeaderOf(Layout layout) => layout.Columns.Select(column => column.Canonical);

    public override IReadOnlyList<string> DateForms { get; } = ["yyyy-MM-dd"];

    public override string Money(long cents, long row) => Plain(cents);

    public override string Flag(bool value) => value ? "true" : "false";

    public override string Gender(int gender) => Genders[gender];

    public override string Region(int region) => Regions[region];

    public override string PersonName(int user) => string.Create(CultureInfo.InvariantCulture, $"Sample User {user + 1}");
}

/// <summary>Chinese names in GBK, dates in three forms, amounts with and without currency and thousands.</summary>
internal sealed class ChineseDress : Dress
{
    private const int Gbk = 936;

    private static readonly string[] Genders = ["女", "男", ""], Regions = ["华北", "华东", "华南", "西部", ""];

    public override Encoding Encoding { get; } = CodePagesEncodingProvider.Instance.GetEncoding(Gbk)!;

    public override string FileOf(Layout layout) => layout.Chinese + ".csv";

    public override IEnumerable<string> HeaderOf(Layout layout) => layout.Columns.Select(column => column.Chinese);

    public override IReadOnlyList<string> DateForms { get; } = ["yyyy'/'M'/'d", "yyyy'年'M'月'd'日'", "yyyy-MM-dd"];

    public override string Money(long cents, long row) => (row % 3) switch
    {
        0 => Quoted("￥", cents),
        1 => Quoted("", cents),
        _ => Plain(cents),
    };

    public override string Flag(bool value) => value ? "是" : "否";

    public override string Gender(int gender) => Genders[gender];

    public override string Region(int region) => Regions[region];

    public override string PersonName(int user) => string.Create(CultureInfo.InvariantCulture, $"示例用户{user + 1}");

    private static string Quoted(string currency, long cents)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{currency}{cents / 100:N0}.{cents % 100:D2}");
        return cents >= 100_000 ? $"\"{text}\"" : text;
    }
}
