namespace UserOps.Samples;

/// <summary>What users look at, put into the cart and buy, and what comes back.</summary>
internal sealed class Shopping(Shop shop, Tiers tiers)
{
    /// <summary>How often the product looked at is of the user's favourite category.</summary>
    public const double FavouriteShare = 0.55;

    public const double CouponDiscount = 0.20, FestivalDiscount = 0.10;

    public static readonly double[] Quantities = [0.80, 0.15, 0.05];

    private readonly OrdersFile _file = new(shop.Files.Open(Layouts.Orders));
    private readonly List<int> _cart = [];
    private int _seen;

    /// <summary>Begins a visit: the cart is empty.</summary>
    public void Enter()
    {
        _cart.Clear();
        _seen = -1;
    }

    /// <summary>Looks at a product, or puts the one looked at into the cart.</summary>
    public EventRow Look(EventRow row, ref Chance chance)
    {
        if (row.Step == Step.ViewProduct)
            _seen = Choose(shop.Members[row.User], ref chance);
        else if (!_cart.Contains(_seen))
            _cart.Add(_seen);
        return row with { Product = (short)(_seen + 1) };
    }

    /// <summary>Pays what is in the cart, with what goes well with it.</summary>
    public EventRow Pay(EventRow row, Errand errand, ref Chance chance)
    {
        AddCompanions(ref chance);
        ref var member = ref shop.Members[row.User];
        double discount = DiscountOf(member, row.Time);
        long order = ++shop.Tally.Orders;
        int paid = 0, returned = 0;
        foreach (int product in _cart)
        {
            var line = MakeLine(product, discount, row.Time, ref chance);
            _file.Write(order, row, line, discount == CouponDiscount);
            paid += line.AmountCents;
            returned += line.RefundCents;
        }
        shop.Tally.OrderLines += _cart.Count;
        _cart.Clear();
        Note(ref member, row, errand, paid, returned);
        if (discount == FestivalDiscount)
            shop.Tally.FestivalDiscountCents += (long)(paid * FestivalDiscount / (1 - FestivalDiscount));
        if (discount == CouponDiscount)
            shop.Tally.Redeem((long)(paid * CouponDiscount / (1 - CouponDiscount)), errand, paid - returned);
        return row;
    }

    private static int Choose(in Member member, ref Chance chance)
    {
        int category = chance.Happens(FavouriteShare) ? member.FavouriteCategory : chance.Pick(Catalogue.Popularity);
        int[] products = Catalogue.OfCategory[category];
        int first = products[chance.Below(products.Length)], second = products[chance.Below(products.Length)];
        bool takesDearer = chance.Happens(member.PurchasePower);
        return Catalogue.Products[first].PriceCents > Catalogue.Products[second].PriceCents == takesDearer ? first : second;
    }

    private void AddCompanions(ref Chance chance)
    {
        for (int i = 0; i < _cart.Count; i++)
        {
            int companion = Catalogue.Companions[_cart[i]];
            if (companion >= 0 && !_cart.Contains(companion) && chance.Happens(Catalogue.Products[_cart[i]].CompanionShare))
                _cart.Add(companion);
        }
    }

    private static double DiscountOf(in Member member, int time) =>
        member.Is(Marks.HasCoupon) && ShopCalendar.Winback.Holds(time) ? CouponDiscount
        : ShopCalendar.Festival.Holds(time) ? FestivalDiscount : 0;

    private OrderLine MakeLine(int id, double discount, int time, ref Chance chance)
    {
        var product = Catalogue.Products[id];
        int quantity = 1 + chance.Pick(Quantities), gross = quantity * product.PriceCents, off = (int)(gross * discount);
        bool comesBack = chance.Happens(Catalogue.Categories[product.Category].RefundRate);
        int refundedAt = time + chance.Between(2 * DaySpan.Seconds, 12 * DaySpan.Seconds);
        return new(id, quantity, off, gross - off, comesBack && refundedAt < shop.Calendar.End ? refundedAt : -1);
    }

    private void Note(ref Member member, EventRow row, Errand errand, int paid, int returned)
    {
        member.Orders++;
        member.Mark(Marks.LastOrderReturned, returned > 0);
        Experiments.NoteBefore(ref member, row.Time, 0, paid);
        tiers.AddPoints(row.User, row.Time, paid / 100);
        Winback.NoteOrder(shop, ref member, row.Time);
        shop.Tally.NetCents += paid - returned;
        if (errand == Errand.Echo)
        {
            shop.Tally.EchoOrders++;
            shop.Tally.EchoNetCents += paid - returned;
        }
    }
}

/// <summary>A line of an order; <paramref name="RefundedAt"/> is −1 while it has not come back.</summary>
internal readonly record struct OrderLine(int Product, int Quantity, int DiscountCents, int AmountCents, int RefundedAt)
{
    public int RefundCents => RefundedAt >= 0 ? AmountCents : 0;
}
