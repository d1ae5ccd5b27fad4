using CsCheck;
using UserOps.Data.Privacy;

namespace UserOps.Tests.Data.Privacy;

public class MaskingTests
{
    [Theory]
    [InlineData(PersonalData.Phone, "13812345678", "138****5678")]
    [InlineData(PersonalData.Phone, "138 1234 5678", "138****5678")]
    [InlineData(PersonalData.Phone, "+86 138-1234-5678", "+86 138****5678")]
    [InlineData(PersonalData.Phone, "010-62781234", "010****1234")]
    [InlineData(PersonalData.Phone, "62781234", "****34")]
    [InlineData(PersonalData.Phone, "(415) 555-2671", "****71")]
    [InlineData(PersonalData.Email, "zhang.san@mail.com", "z***@mail.com")]
    [InlineData(PersonalData.NationalId, "11010519491231002X", "110***********002X")]
    [InlineData(PersonalData.PersonName, "张三丰", "张**")]
    [InlineData(PersonalData.PersonName, "张三", "张**")]
    [InlineData(PersonalData.PersonName, "𠮷田健", "𠮷**")]
    [InlineData(PersonalData.PersonName, "Maria Garcia", "M***")]
    [InlineData(PersonalData.Address, "浙江省杭州市西湖区文三路18号", "浙江省杭州市****")]
    [InlineData(PersonalData.Address, "上海市浦东新区张江路88弄", "上海市****")]
    [InlineData(PersonalData.Address, "221B Baker Street", "****")]
    public void A_value_shows_its_kind_and_no_more(PersonalData kind, string value, string masked) => Assert.Equal(masked, Masking.Mask(kind, value));

    [Theory]
    [InlineData("内蒙古自治区")]
    [InlineData("上海")]
    [InlineData("广东省深圳市")]
    public void A_region_alone_points_to_nobody_and_stays(string region) => Assert.Equal(region, Masking.Mask(PersonalData.Address, region));

    [Theory]
    [InlineData("请加微信13812345678，谢谢", "请加微信138****5678，谢谢")]
    [InlineData("""{"phone":"13812345678","mail":"li@a.cn"}""", """{"phone":"138****5678","mail":"l***@a.cn"}""")]
    [InlineData("call +86 138 1234 5678 or 010-62781234.", "call +86 138****5678 or 010****1234.")]
    [InlineData("身份证11010519491231002X", "身份证110***********002X")]
    [InlineData("write to a.b+c@shop.example.com", "write to a***@shop.example.com")]
    public void Mentions_in_a_text_are_masked(string text, string masked) => Assert.Equal(masked, Masking.MaskText(text));

    [Theory]
    [InlineData("2024-01-05 13:02:11")]
    [InlineData("20240105123456789012")]
    [InlineData("1704412800000")]
    [InlineData("order 110105194912310021")]
    [InlineData("SKU-13812345678")]
    [InlineData("9f13812345678ab")]
    [InlineData("0.13812345678")]
    [InlineData("costs 1,234,567.89")]
    [InlineData("@home")]
    public void What_only_resembles_them_stays(string text) => Assert.Equal(text, Masking.MaskText(text));

    [Fact]
    public void Masking_twice_changes_nothing_more() =>
        Gen.Select(Gen.Enum<PersonalData>(), Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Char["@.-+ a张省市路号"]), 0, 24]).Sample((kind, value) =>
        {
            string once = Masking.Mask(kind, value);
            return Masking.Mask(kind, once) == once;
        });

    [Fact]
    public void No_mobile_number_survives_in_any_text() =>
        Gen.Select(Gen.String[Gen.Char["微信，: 。谢\"("], 0, 8], Gen.Long[13000000000, 19999999999], Gen.String[Gen.Char["，: 。谢\")"], 0, 8])
            .Sample((before, number, after) => !Masking.MaskText($"{before}{number}{after}").Contains($"{number}"));
}
