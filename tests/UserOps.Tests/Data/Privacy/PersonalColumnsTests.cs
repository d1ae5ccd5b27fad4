using UserOps.Data;
using UserOps.Data.Privacy;

namespace UserOps.Tests.Data.Privacy;

public class PersonalColumnsTests
{
    private static PersonalData Of(string heading, params string[] values) => PersonalColumns.Recognize(TextColumn.From(heading, values));

    [Theory]
    [InlineData("手机号", "62781234", PersonalData.Phone)]
    [InlineData("mobilePhone", "4155552671", PersonalData.Phone)]
    [InlineData("Contact Phone No", "62781234", PersonalData.Phone)]
    [InlineData("email_address", "z@mail.com", PersonalData.Email)]
    [InlineData("电子邮箱", "z@mail.com", PersonalData.Email)]
    [InlineData("身份证号", "110105491231002", PersonalData.NationalId)]
    [InlineData("收货人", "小虎队", PersonalData.PersonName)]
    [InlineData("first_name", "Zoë", PersonalData.PersonName)]
    [InlineData("nickname", "dragon", PersonalData.PersonName)]
    [InlineData("收货地址 ", "浙江省杭州市西湖区", PersonalData.Address)]
    [InlineData("shippingAddress", "12 High Street", PersonalData.Address)]
    public void A_heading_announces_personal_data(string heading, string value, PersonalData kind) => Assert.Equal(kind, Of(heading, value));

    [Theory]
    [InlineData("PhoneService", "Yes")]
    [InlineData("phone", "Yes")]
    [InlineData("手机型号", "iPhone 15 128")]
    [InlineData("email_opt_in", "1")]
    [InlineData("segment", "Mens E-Mail")]
    [InlineData("ip_address", "10.11.12.13")]
    [InlineData("product_name", "Red Mug")]
    [InlineData("event_name", "pay")]
    [InlineData("name", "Spring sale 2024")]
    [InlineData("mail_channel", "newsletter")]
    public void Headings_that_only_resemble_announce_nothing(string heading, string value) => Assert.Equal(PersonalData.None, Of(heading, value));

    [Theory]
    [InlineData("13812345678", PersonalData.Phone)]
    [InlineData("zhang@mail.com", PersonalData.Email)]
    [InlineData("11010519491231002X", PersonalData.NationalId)]
    [InlineData("杭州市西湖区文三路18号3单元", PersonalData.Address)]
    [InlineData("12 High Street, London", PersonalData.Address)]
    public void Content_tells_where_the_heading_does_not(string value, PersonalData kind) => Assert.Equal(kind, Of("f7", value, value + " ", "unknown"));

    [Fact]
    public void Chinese_names_are_recognised_by_content_and_cities_and_goods_are_not()
    {
        string[] names = [.. "王李张刘陈杨黄赵吴周".SelectMany(family => new[] { $"{family}伟", $"{family}秀英", $"{family}娜" })];
        Assert.Equal(PersonalData.PersonName, Of("f7", names));
        Assert.Equal(PersonalData.None, Of("f7", "温州", "金华", "常州", "北京", "上海", "广州", "深圳", "杭州", "成都", "武汉", "西安", "苏州", "天津", "重庆",
            "南京", "长沙", "郑州", "东莞", "青岛", "沈阳", "宁波", "昆明"));
    }

    [Fact]
    public void A_column_named_name_is_personal_only_when_it_holds_names()
    {
        Assert.Equal(PersonalData.PersonName, Of("name", "Maria Garcia", "John Smith", "Anne-Marie Dupont"));
        Assert.Equal(PersonalData.PersonName, Of("名称", "王伟", "李娜"));
        Assert.Equal(PersonalData.None, Of("名称", "春节大促", "618", "会员日"));
    }

    [Fact]
    public void Phone_numbers_read_as_numbers_are_recognised_and_masked_as_text()
    {
        var table = new TypedTable("users", [new NumberColumn("f7", [13812345678, 13912345678, double.NaN])]);
        var (masked, found) = PersonalColumns.Mask(table);
        Assert.Equal(PersonalData.Phone, found["f7"]);
        var column = masked.Get<TextColumn>("f7");
        Assert.Equal(["138****5678", "139****5678", null], [column[0], column[1], column[2]]);
    }

    [Fact]
    public void Values_that_look_equal_once_masked_become_one_word()
    {
        var (masked, _) = PersonalColumns.Mask(new("users", [TextColumn.From("phone", ["13812345678", "13899995678", "13812345678"])]));
        Assert.Equal(["138****5678"], masked.Get<TextColumn>("phone").Words);
        Assert.Equal([0, 0, 0], masked.Get<TextColumn>("phone").Codes);
    }

    [Fact]
    public void Amounts_and_times_in_numbers_are_no_phones()
    {
        Assert.Equal(PersonalData.None, PersonalColumns.Recognize(new NumberColumn("amount", [12.5, 1234.5, 99])));
        Assert.Equal(PersonalData.None, PersonalColumns.Recognize(new NumberColumn("ts", [1704412800, 1704412801])));
        Assert.Equal(PersonalData.None, PersonalColumns.Recognize(new NumberColumn("ts", [1704412800000, 1704412801000])));
    }

    [Fact]
    public void Free_text_keeps_its_words_and_loses_its_numbers()
    {
        var (masked, found) = PersonalColumns.Mask(new("events", [TextColumn.From("remark", ["ok", "请打13812345678", "thanks", "late"])]));
        Assert.Equal(PersonalData.InText, found["remark"]);
        Assert.Equal(["ok", "请打138****5678", "thanks", "late"], masked.Get<TextColumn>("remark").Words);
    }

    [Fact]
    public void Keys_stay_so_that_tables_join()
    {
        var table = new TypedTable("orders", [TextColumn.From("user_id", ["13812345678"]), TextColumn.From("order_id", ["13812345678"])]);
        Assert.Same(table, PersonalColumns.Mask(table).Table);
    }
}
