namespace UserOps.Samples;

/// <summary>A table of the export: its file and its columns, in both dresses.</summary>
/// <param name="Name">The canonical name of the table.</param>
/// <param name="Chinese">The name of its Chinese file.</param>
/// <param name="Columns">The columns in order, canonical and Chinese.</param>
internal sealed record Layout(string Name, string Chinese, (string Canonical, string Chinese)[] Columns);

internal static class Layouts
{
    public static readonly Layout Users = new("users", "用户",
    [
        ("user_id", "用户ID"), ("signup_at", "注册时间"), ("channel", "渠道"), ("referrer_id", "邀请人ID"), ("platform", "平台"), ("gender", "性别"),
        ("birth_year", "出生年份"), ("region", "地区"), ("name", "姓名"), ("phone", "手机号"), ("email", "邮箱"), ("opted_in", "接收消息"),
    ]);

    public static readonly Layout Events = new("events", "行为日志",
    [
        ("user_id", "用户ID"), ("event", "事件"), ("at", "时间"), ("platform", "平台"), ("content_id", "内容ID"), ("content_type", "内容类型"),
        ("product_id", "商品ID"), ("entry", "访问入口"),
    ]);

    public static readonly Layout Orders = new("orders", "订单",
    [
        ("order_id", "订单号"), ("user_id", "用户ID"), ("at", "下单时间"), ("product_id", "商品ID"), ("category", "品类"), ("quantity", "数量"),
        ("unit_price", "单价"), ("discount", "优惠金额"), ("amount", "实付金额"), ("refund_amount", "退款金额"), ("refunded_at", "退款时间"),
        ("status", "订单状态"), ("cost", "成本"), ("coupon", "优惠券"),
    ]);

    public static readonly Layout Touches = new("touches", "触达记录",
        [("user_id", "用户ID"), ("at", "触达时间"), ("campaign_id", "活动ID"), ("channel", "触达渠道"), ("outcome", "触达结果")]);

    public static readonly Layout Campaigns = new("campaigns", "活动费用",
    [
        ("campaign_id", "活动ID"), ("name", "活动名称"), ("channel", "渠道"), ("purpose", "目的"), ("starts_at", "开始日期"), ("ends_at", "结束日期"),
        ("media_cost", "媒体费用"), ("incentive_cost", "激励费用"), ("gift_cost", "礼品费用"), ("staff_cost", "人工费用"), ("tools_cost", "工具费用"),
        ("cost", "总费用"),
    ]);

    public static readonly Layout Exposures = new("exposures", "实验分组",
    [
        ("user_id", "用户ID"), ("experiment", "实验"), ("variant", "分组"), ("at", "进组时间"), ("pre_visits", "实验前访问次数"), ("pre_spend", "实验前消费"),
    ]);

    public static readonly Layout Memberships = new("memberships", "会员等级",
        [("user_id", "用户ID"), ("tier", "会员等级"), ("from", "开始日期"), ("to", "结束日期")]);

    public static readonly Layout Targets = new("targets", "指标目标",
        [("metric", "指标"), ("period", "周期"), ("target", "目标值"), ("owner", "负责人"), ("kind", "指标类型"), ("weight", "权重")]);

    public static readonly Layout[] All = [Users, Events, Orders, Touches, Campaigns, Exposures, Memberships, Targets];
}
