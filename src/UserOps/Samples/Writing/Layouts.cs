namespace UserOps.Samples;

/// <summary>A table of the export: its file and its columns, in both dresses.</summary>
/// <param name="Name">The canonical name of the table.</param>
/// <param name="Chinese">The name of its Chinese file.</param>
/// <param name="Columns">The columns in order, canonical and Chinese.</param>
internal sealed record Layout(string Name, string Chinese, Heading[] Columns);

/// <summary>A column's canonical and Chinese name.</summary>
/// <param name="Canonical">The canonical name.</param>
/// <param name="Chinese">The Chinese name.</param>
/// <param name="IsSpecial">Whether the Chinese name is this shop's own rather than a usual one for a canonical column.</param>
internal sealed record Heading(string Canonical, string Chinese, bool IsSpecial = false);

internal static class Layouts
{
    public static readonly Layout Users = new("users", "用户",
    [
        new("user_id", "用户ID"), new("signup_at", "注册时间"), new("channel", "渠道"), new("referrer_id", "邀请人ID"),
        new("platform", "平台", true), new("gender", "性别"),
        new("birth_year", "出生年份"), new("region", "地区"), new("full_name", "姓名", true), new("phone", "手机号", true),
        new("email", "邮箱", true), new("opted_in", "接收消息", true),
    ]);

    public static readonly Layout Events = new("events", "行为日志",
    [
        new("user_id", "用户ID"), new("event", "事件"), new("at", "时间"), new("platform", "平台"), new("content_id", "内容ID"),
        new("content_type", "内容类型", true),
        new("product_id", "商品ID"), new("entry", "访问入口", true),
    ]);

    public static readonly Layout Orders = new("orders", "订单",
    [
        new("order_id", "订单号"), new("user_id", "用户ID"), new("at", "下单时间"), new("product_id", "商品ID"), new("category", "品类"),
        new("quantity", "数量"),
        new("unit_price", "单价"), new("discount", "优惠金额"), new("amount", "实付金额"), new("refund_amount", "退款金额"),
        new("refunded_at", "退款时间", true),
        new("status", "订单状态"), new("cost", "成本"), new("coupon", "优惠券", true),
    ]);

    public static readonly Layout Touches = new("touches", "触达记录",
    [
        new("user_id", "用户ID"), new("at", "触达时间"), new("campaign_id", "活动ID"), new("channel", "触达渠道"), new("outcome", "触达结果"),
    ]);

    public static readonly Layout Campaigns = new("campaigns", "活动费用",
    [
        new("campaign_id", "活动ID"), new("name", "活动名称"), new("channel", "渠道"), new("purpose", "目的", true),
        new("starts_at", "开始日期"), new("ends_at", "结束日期"),
        new("media_cost", "媒体费用", true), new("incentive_cost", "激励费用", true), new("gift_cost", "礼品费用", true),
        new("staff_cost", "人工费用", true), new("tools_cost", "工具费用", true),
        new("cost", "总费用"),
    ]);

    public static readonly Layout Exposures = new("exposures", "实验分组",
    [
        new("user_id", "用户ID"), new("experiment", "实验"), new("variant", "分组"), new("at", "进组时间", true),
        new("pre_visits", "实验前访问次数", true), new("pre_spend", "实验前消费", true),
    ]);

    public static readonly Layout Memberships = new("memberships", "会员等级",
        [new("user_id", "用户ID"), new("tier", "会员等级"), new("from", "开始日期"), new("to", "结束日期")]);

    public static readonly Layout Targets = new("targets", "指标目标",
    [
        new("metric", "指标"), new("period", "周期"), new("target", "目标值"), new("owner", "负责人"), new("kind", "类型"), new("weight", "权重"),
    ]);

    public static readonly Layout[] All = [Users, Events, Orders, Touches, Campaigns, Exposures, Memberships, Targets];
}
