namespace UserOps.Data;

/// <summary>Says by which rules the rows of an orders table become orders and revenue.</summary>
internal static class OrderNotes
{
    public static IEnumerable<string> Of(TypedTable orders)
    {
        var status = new OrderStatus(orders);
        if (status.NeedsPaymentTime)
            yield return "Rows without a paid_at are unpaid.";
        if (status.UnpaidStatuses.Any())
            yield return $"Rows whose status is {Listing(status.UnpaidStatuses)} are unpaid.";
        if (status.RefundedStatuses.Any())
            yield return $"Rows whose status is {Listing(status.RefundedStatuses)} count as given back in full where no refund_amount says otherwise.";
        if (Enumerable.Range(0, orders.RowCount).LongCount(row => !status.IsPaid(row)) is var unpaid and > 0)
            yield return FormattableString.Invariant($"{unpaid:N0} of {orders.RowCount:N0} rows are unpaid: ")
                + "they are in the table, but are neither orders nor revenue.";
        if (!orders.TryGet<TextColumn>("order_id", out _))
            yield return "There is no order_id: the rows of one user at one moment are one order.";
    }

    private static string Listing(IEnumerable<string> words) => string.Join(" or ", words.Select(word => $"'{word}'"));
}
