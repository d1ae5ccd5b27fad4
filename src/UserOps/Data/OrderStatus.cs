namespace UserOps.Data;

/// <summary>Tells from status and payment time whether an order line was paid for and whether its money went back.</summary>
internal sealed class OrderStatus
{
    private static readonly HashSet<string> UnpaidWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "cancelled", "canceled", "unpaid", "pending", "pending payment", "awaiting payment", "failed", "closed", "void", "voided", "draft", "abandoned",
        "已取消", "取消", "订单取消", "待付款", "待支付", "未付款", "未支付", "支付失败", "交易关闭", "已关闭",
    };

    private static readonly HashSet<string> RefundedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "refunded", "returned", "已退款", "全额退款", "退款成功", "已退货",
    };

    private readonly TextColumn? _status;
    private readonly TimeColumn? _paidAt;
    private readonly NumberColumn? _amounts;
    private readonly bool[] _unpaid = [];
    private readonly bool[] _refunded = [];

    public OrderStatus(TypedTable orders)
    {
        orders.TryGet("amount", out _amounts);
        if (orders.TryGet("status", out _status))
        {
            _unpaid = [.. _status.Words.Select(word => UnpaidWords.Contains(word.Trim().Replace('_', ' ')))];
            _refunded = [.. _status.Words.Select(word => RefundedWords.Contains(word.Trim()))];
        }
        if (orders.TryGet<TimeColumn>("paid_at", out var paidAt) && Array.Exists(paidAt.Ticks, ticks => ticks != TimeColumn.Missing))
            _paidAt = paidAt;
    }

    /// <summary>The words of the status that say that nobody paid.</summary>
    public IEnumerable<string> UnpaidStatuses => Chosen(_unpaid);

    /// <summary>The words of the status that say that the money went back.</summary>
    public IEnumerable<string> RefundedStatuses => Chosen(_refunded);

    /// <summary>Whether lines without a payment time are unpaid.</summary>
    public bool NeedsPaymentTime => _paidAt is not null;

    /// <summary>Whether the line was paid for: its status does not deny it, and it has a payment time where others have one. Money given back always counts.</summary>
    public bool IsPaid(int row) => _amounts?.Values[row] < 0 || !Says(_unpaid, row) && _paidAt?.IsMissing(row) != true;

    /// <summary>Whether the status says that the money went back.</summary>
    public bool IsRefunded(int row) => Says(_refunded, row);

    private bool Says(bool[] words, int row) => _status is not null && _status.Codes[row] >= 0 && words[_status.Codes[row]];

    private IEnumerable<string> Chosen(bool[] words) => _status is null ? [] : _status.Words.Where((_, i) => words[i]);
}
