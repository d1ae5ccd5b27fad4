using UserOps.Data.Typing;
using static UserOps.Data.Schema.CanonicalColumn;
using static UserOps.Data.TableKind;
using static UserOps.Data.Typing.Wish;

namespace UserOps.Data.Schema;

/// <summary>The tables that an export may hold, with the usual English and Chinese names of their columns.</summary>
internal static class KnownTables
{
    private const string UserNames =
        "uid customer_id client_id member_id buyer_id account_id visitor_id person_id distinct_id user_pseudo_id open_id union_id "
            + "consumer_id 用户id 用户编号 用户标识 客户id 客户编号 会员id 会员编号 会员号 买家id 买家会员名 买家账号 用户账号 顾客id";
    private const string VagueUserNames = "user customer member buyer client 用户 客户 会员 买家 顾客 用户名 账号";
    private const string TimeNames = "timestamp datetime occurred_at 发生时间";
    private const string VagueTimeNames = "time date created_at created create_time created_time 时间 日期 创建时间";
    private const string ChannelNames = "utm_source traffic_source 渠道 渠道名称 来源渠道";
    private const string VagueChannelNames = "source 来源";
    private const string CampaignNames = "utm_campaign 活动id 活动编号 营销活动";

    public static IReadOnlyList<KnownTable> All { get; } =
    [
        new(Events, ["events", "event", "eventlog", "clickstream", "actions", "behavior", "behaviour", "logs", "事件", "行为", "埋点", "日志"],
        [
            Required("user_id", Text, UserNames, VagueUserNames),
            Required("event", Text, "event_name event_type event_code action behavior behaviour 事件 事件名 事件名称 事件类型 行为 行为类型", "activity operation 操作 动作"),
            Required("at", Wish.Time, TimeNames + " event_time event_timestamp event_at action_time 事件时间 行为时间 操作时间", "event_date " + VagueTimeNames),
            Optional("channel", Text, ChannelNames, VagueChannelNames),
            Optional("acquisition_channel", Text, "signup_channel first_channel register_channel 获客渠道 注册渠道"),
            Optional("platform", Text, "device device_type os 平台 终端 设备"),
            Optional("content_id", Text, "article_id page_id item_id 内容id 文章id"),
            Optional("product_id", Text, "商品id 商品编号"),
            Optional("session_id", Text, "visit_id 会话id"),
            Optional("event_id", Text, "log_id 事件id 日志id"),
            Optional("experiment", Text, "experiment_id experiment_name 实验 实验名称"),
            Optional("variant", Text, "variation arm 实验组 分组"),
        ], []),
        new(Orders, ["orders", "order", "orderlines", "purchases", "transactions", "transaction", "sales", "invoices", "retail", "订单", "交易", "购买", "销售"],
        [
            Required("user_id", Text, UserNames, VagueUserNames),
            Required("at", Wish.Time, "order_at ordered_at order_time order_date order_datetime order_timestamp purchase_date "
                + "purchase_time purchased_at invoice_date transaction_date transaction_time 下单时间 下单日期 订单时间 订单日期 订单创建时间 购买时间 购买日期 交易时间 "
                + "成交时间", TimeNames + " " + VagueTimeNames),
            Required("amount", Number, "order_amount paid_amount pay_amount payment_amount actual_amount total_amount order_total "
                + "order_value net_amount 实付金额 实付 实际支付金额 买家实际支付金额 支付金额 付款金额 订单金额 成交金额", "total revenue sales price value spend payment "
                + "gmv 金额 总金额 总价 销售额"),
            Optional("order_id", Text, "order_no order_number order_code invoice_no invoice_id invoice_number transaction_id trade_no "
                + "订单号 订单编号 订单id 交易号 流水号", "invoice 单号"),
            Optional("status", Text, "order_status payment_status pay_status 订单状态 支付状态 状态"),
            Optional("paid_at", Wish.Time, "paid_time pay_time payment_time payment_date 付款时间 支付时间 订单付款时间"),
            Optional("refund_amount", Number, "refund refunded refunded_amount refund_total 退款金额 退款 退货金额"),
            Optional("refunded_at", Wish.Time, "refund_at refund_time refund_date 退款时间 退款日期 退货时间"),
            Optional("currency", Text, "currency_code 币种 货币"),
            Optional("product_id", Text, "sku sku_id item_id stock_code goods_id 商品id 商品编号 商品编码 货号", "product 商品"),
            Optional("category", Text, "product_category category_name 品类 类目 商品类目 商品分类 分类"),
            Optional("quantity", Number, "qty units item_count 数量 件数 购买数量"),
            Optional("unit_price", Number, "unitprice item_price 单价 商品单价"),
            Optional("discount", Number, "discount_amount coupon_amount 优惠金额 折扣 优惠"),
            Optional("cost", Number, "cost_amount cogs 成本"),
            Optional("channel", Text, ChannelNames, VagueChannelNames),
        ], []),
        new(Touches, ["touches", "touch", "messages", "sends", "campaignlog", "触达", "推送", "消息"],
        [
            Required("user_id", Text, UserNames, VagueUserNames),
            Required("at", Wish.Time, TimeNames + " sent_at send_time touch_time touched_at 触达时间 发送时间 推送时间", VagueTimeNames),
            Optional("touch_id", Text, "message_id send_id 触达id 消息id"),
            Optional("campaign_id", Text, CampaignNames, "campaign 活动"),
            Optional("channel", Text, ChannelNames + " touch_channel 触达渠道", VagueChannelNames),
            Optional("outcome", Text, "result response 结果 触达结果 反馈"),
        ], ["outcome|campaign_id"]),
        new(Exposures, ["exposures", "exposure", "assignments", "assignment", "abtest", "abdata", "experiment", "实验", "分组"],
        [
            Required("user_id", Text, UserNames, VagueUserNames),
            Required("variant", Text, "variation arm treatment experiment_group test_group 实验组 组别", "group bucket 分组"),
            Optional("experiment", Text, "experiment_id experiment_name test_name 实验 实验名称"),
            Optional("at", Wish.Time, TimeNames + " assigned_at exposed_at exposure_time 分组时间 曝光时间", VagueTimeNames),
        ], []),
        new(Memberships, ["memberships", "membership", "tiers", "tier", "会员等级", "等级"],
        [
            Required("user_id", Text, UserNames, VagueUserNames),
            Required("tier", Text, "level member_level member_tier grade vip_level 等级 会员等级 会员级别"),
            Required("from", Wish.Time, "from_date valid_from starts_at start_date start_at 开始时间 生效时间 开始日期"),
            Optional("to", Wish.Time, "to_date valid_to ends_at end_date end_at 结束时间 失效时间 结束日期"),
        ], []),
        new(Targets, ["targets", "target", "goals", "goal", "kpi", "目标"],
        [
            Required("metric", Text, "metric_name kpi indicator 指标 指标名称"),
            Required("period", Text, "month quarter 周期 期间 月份"),
            Required("target", Number, "target_value goal 目标 目标值"),
            Optional("owner", Text, "responsible 负责人"),
            Optional("kind", Text, "type kpi_type 类型"),
            Optional("weight", Number, "权重"),
        ], []),
        new(Users, ["users", "user", "customers", "customer", "members", "accounts", "profiles", "people", "用户", "客户", "会员"],
        [
            Required("user_id", Text, UserNames, VagueUserNames + " id 编号"),
            Optional("signup_at", Wish.Time, "signup_time signup_date signed_up_at sign_up_date register_time register_date "
                + "registered_at registration_date registration_time reg_time reg_date join_date joined_at 注册时间 注册日期 加入时间 开户时间", VagueTimeNames),
            Optional("channel", Text, ChannelNames + " acquisition_channel signup_channel register_channel 获客渠道 注册渠道", VagueChannelNames),
            Optional("referrer_id", Text, "referrer referred_by inviter inviter_id invited_by invite_user_id 邀请人 邀请人id 推荐人 推荐人id"),
            Optional("gender", Text, "sex 性别"),
            Optional("birth_year", Number, "year_of_birth 出生年份 出生年"),
            Optional("region", Text, "province city country 地区 省份 城市 国家"),
            Optional("is_test", Flag, "is_internal test_account internal 测试账号 内部账号 是否测试"),
        ], ["signup_at|channel|referrer_id"]),
        new(TableKind.Campaigns, ["campaigns", "campaign", "adspend", "spend", "costs", "活动", "投放", "费用"],
        [
            Optional("campaign_id", Text, CampaignNames, "campaign id"),
            Optional("channel", Text, ChannelNames, VagueChannelNames),
            Optional("name", Text, "campaign_name 活动名称 名称"),
            Optional("starts_at", Wish.Time, "start_at start_date start_time begin_date from 开始时间 开始日期", VagueTimeNames + " month week 月份"),
            Optional("ends_at", Wish.Time, "end_at end_date end_time to 结束时间 结束日期"),
            Optional("cost", Number, "spend cost_amount total_cost budget_spent 费用 花费 成本 总费用 投放费用", "budget"),
            Optional("cost_kind", Text, "cost_type kind 费用类型"),
            Optional("purpose", Text, "campaign_purpose campaign_goal objective 目的 活动目的 营销目的"),
        ], ["cost", "campaign_id|starts_at"]),
    ];

    /// <summary>The table of a kind.</summary>
    public static KnownTable Of(TableKind kind) => All.First(table => table.Kind == kind);

    /// <summary>The table that a map names.</summary>
    /// <exception cref="UserOpsException">There is none.</exception>
    public static KnownTable Named(string name) => All.FirstOrDefault(table => table.Name == ColumnNames.Plain(name))
        ?? throw new UserOpsException($"The map names table '{name}'. Known tables are {string.Join(", ", All.Select(table => table.Name))}.");
}
