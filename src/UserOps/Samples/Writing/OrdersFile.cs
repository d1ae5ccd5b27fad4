namespace UserOps.Samples;

/// <summary>Writes orders, a row a line.</summary>
internal sealed class OrdersFile(CsvFile file)
{
    public void Write(long order, EventRow pay, OrderLine line, bool coupon)
    {
        if (!file.Window.Holds(pay.Time))
            return;
        int refundedAt = file.Window.Knows(line.RefundedAt) ? line.RefundedAt : -1;
        var product = Catalogue.Products[line.Product];
        var category = Catalogue.Categories[product.Category];
        file.Id('O', order);
        file.User(pay.User);
        file.Time(pay.Time);
        file.Text(product.Id);
        file.Text(category.Name);
        file.Number(line.Quantity);
        file.Money(product.PriceCents);
        file.Money(line.DiscountCents);
        file.Money(line.AmountCents);
        file.Money(refundedAt >= 0 ? line.RefundCents : 0);
        file.TimeOrBlank(refundedAt);
        file.Text(refundedAt >= 0 ? "refunded" : "paid");
        file.Money((long)(line.Quantity * product.PriceCents * category.CostShare));
        file.Text(coupon ? Winback.Id : "");
        file.EndRow();
    }
}
