using UserOps.Data;

namespace UserOps.Features;

/// <summary>Features of the lines of a user's orders: breadth over categories and products, share of discounts, the category that got most of the spend.</summary>
internal sealed class OrderLineFeatures
{
    private readonly OrderStore _orders;
    private readonly (TextColumn Words, double[] Distinct)[] _breadths;
    private readonly (double[] Given, double[] Share)? _discount;
    private readonly HashSet<int> _seen = [];

    public OrderLineFeatures(FeatureColumns columns, OrderStore orders)
    {
        _orders = orders;
        _breadths = [.. new[] { ("category", "categories"), ("product_id", "products") }
            .Where(pair => orders.HasLineProperty(pair.Item1))
            .Select(pair => (orders.LineProperty<TextColumn>(pair.Item1), columns.Number(pair.Item2, $"different {pair.Item2} bought")))];
        if (orders.HasLineProperty("discount"))
            _discount = (orders.LineProperty<NumberColumn>("discount").Values, columns.Share("discount_share", "discounts over the spend before them"));
    }

    public void Fill(int row, ReadOnlySpan<Order> orders)
    {
        foreach ((var words, double[] distinct) in _breadths)
            distinct[row] = Distinct(orders, words.Codes);
        if (_discount is { } discount)
            discount.Share[row] = Discounted(orders, discount.Given);
    }

    private int Distinct(ReadOnlySpan<Order> orders, int[] codes)
    {
        _seen.Clear();
        foreach (var order in orders)
            foreach (var line in _orders.Lines(order))
                if (line.Amount > 0 && codes[line.Row] >= 0)
                    _seen.Add(codes[line.Row]);
        return _seen.Count;
    }

    private double Discounted(ReadOnlySpan<Order> orders, double[] given)
    {
        double discounts = 0, before = 0;
        foreach (var order in orders)
            foreach (var line in _orders.Lines(order))
            {
                double discount = line.Amount > 0 && given[line.Row] > 0 ? given[line.Row] : 0;
                (discounts, before) = (discounts + discount, before + line.Amount + discount);
            }
        return discounts / before;
    }
}
