namespace UserOps.Data;

/// <summary>The amount and the refund of each order line.</summary>
internal sealed class OrderMoney
{
    private readonly double[] _amounts;
    private readonly double[]? _refunds;
    private readonly OrderStatus _status;

    /// <exception cref="UserOpsException">The amounts are in several currencies, or there are none.</exception>
    public OrderMoney(TypedTable orders, OrderStatus status)
    {
        _amounts = orders.Get<NumberColumn>("amount").Values;
        _refunds = orders.TryGet<NumberColumn>("refund_amount", out var refunds) ? refunds.Values : null;
        _status = status;
        if (orders.TryGet<TextColumn>("currency", out var currency))
            RequireOneCurrency(currency);
    }

    /// <summary>A negative amount is a refund; a missing amount counts as nothing and stands in the quality report. A status that says
    /// refunded gives back the whole amount where no refund is named.</summary>
    public (double Amount, double Refund) Of(int row)
    {
        double amount = double.IsNaN(_amounts[row]) ? 0 : _amounts[row];
        double refund = _refunds is null || double.IsNaN(_refunds[row]) ? 0 : Math.Abs(_refunds[row]);
        if (amount < 0)
            return (0, refund == 0 ? -amount : Math.Max(refund, -amount));
        return (amount, refund == 0 && _status.IsRefunded(row) ? amount : refund);
    }

    private static void RequireOneCurrency(TextColumn currency)
    {
        string[] used = [.. currency.Codes.Where(code => code >= 0).Distinct().Select(code => currency.Words[code]).Order(StringComparer.Ordinal)];
        if (used.Length > 1)
            throw new UserOpsException(
                $"The orders are in {used.Length} currencies ({string.Join(", ", used.Take(5))}) and no rate between them is known. Export one currency, or convert the amounts before.");
    }
}
