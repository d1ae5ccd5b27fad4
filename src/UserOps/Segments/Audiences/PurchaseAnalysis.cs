using MathNet.Numerics.Statistics;
using UserOps.Data;
using UserOps.Display;

namespace UserOps.Segments.Audiences;

/// <summary>What an audience likes to buy, and how dear, against everyone.</summary>
public static class PurchaseAnalysis
{
    private const string Quantity = "quantity";
    private const string Discount = "discount";

    /// <summary>Purchase preference 购买偏好: the shares of an audience's spend by category (or another column of order lines), and their lift against everyone's.</summary>
    /// <param name="data">The export that the audience's features were made from.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="column">A column of the orders table, such as <c>category</c>.</param>
    /// <exception cref="UserOpsException">The export has no orders or no such column, or its users are others.</exception>
    /// <exception cref="InsufficientDataException">Fewer than five members have bought.</exception>
    public static PreferenceResult PurchasePreference(this Dataset data, AudienceMembers audience, string column = "category")
    {
        var groups = Groups(data, column);
        var purchases = new Purchases(data, audience);
        var buyers = new HashSet<int>[groups.Names.Count];
        double[] members = new double[buyers.Length], all = new double[buyers.Length];
        for (int group = 0; group < buyers.Length; group++)
            buyers[group] = [];
        foreach (var (user, line) in purchases.Lines())
        {
            int group = groups[line.Row];
            all[group] += line.Amount;
            if (!purchases.IsMember(user))
                continue;
            members[group] += line.Amount;
            buyers[group].Add(user);
        }
        double spent = members.Sum(), spentByAll = all.Sum();
        var preferences = groups.Names.Select((name, group) => new Preference(name, buyers[group].Count, members[group] / spent, all[group] / spentByAll));
        return new()
        {
            Audience = audience.Name,
            Column = column,
            Buyers = purchases.Buyers,
            Preferences = [.. preferences.Where(preference => preference.ShareOfAll > 0).OrderByDescending(preference => preference.Share)],
        };
    }

    /// <summary>Purchase power 购买力: order value, orders and revenue per buyer, discounts, and the shares of cheap and dear goods, for an audience and for everyone.</summary>
    /// <param name="data">The export that the audience's features were made from.</param>
    /// <param name="audience">The audience.</param>
    /// <exception cref="UserOpsException">The export has no orders, or its users are others.</exception>
    /// <exception cref="InsufficientDataException">Fewer than five members have bought.</exception>
    public static PowerResult PurchasePower(this Dataset data, AudienceMembers audience)
    {
        var purchases = new Purchases(data, audience);
        double[]? quantity = Numbers(purchases.Orders, Quantity), discount = Numbers(purchases.Orders, Discount);
        (int User, double Price, double Amount, double Discount)[] lines =
        [
            .. purchases.Lines().Select(pair => (pair.User, pair.Line.Amount / Pieces(quantity, pair.Line.Row), pair.Line.Amount, Given(discount, pair.Line.Row))),
        ];
        double[] prices = [.. lines.Select(line => line.Price).Order()];
        double low = SortedArrayStatistics.QuantileCustom(prices, 1 / 3.0, QuantileDefinition.R7);
        double high = SortedArrayStatistics.QuantileCustom(prices, 2 / 3.0, QuantileDefinition.R7);
        return new()
        {
            Audience = audience.Name,
            Limits = (low, high),
            Members = Sum(purchases.IsMember, purchases.Buyers),
            All = Sum(_ => true, purchases.AllBuyers),
        };

        PurchasePower Sum(Func<int, bool> counts, int buyers)
        {
            Order[] orders = [.. purchases.Orders.All().Where(order => counts(order.User))];
            var own = lines.Where(line => counts(line.User)).ToArray();
            double spend = own.Sum(line => line.Amount), given = own.Sum(line => line.Discount);
            return new(buyers, orders.Count(order => order.Amount > 0), spend, orders.Sum(order => order.Net))
            {
                DiscountShare = discount is null ? null : given / (spend + given),
                Bands = [Share(line => line.Price <= low), Share(line => line.Price > low && line.Price <= high), Share(line => line.Price > high)],
            };

            double Share(Func<(int User, double Price, double Amount, double Discount), bool> within) => (double)own.Count(within) / own.Length;
        }
    }

    /// <summary>What acting on an audience would bring: extra orders at the value of its orders so far, their margin, the cost, and the response from which it pays.</summary>
    /// <param name="data">The export that the audience's features were made from.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="definition">The assumed response, the margin and the cost.</param>
    /// <exception cref="UserOpsException">An assumption cannot be, the export has no orders, or its users are others.</exception>
    /// <exception cref="InsufficientDataException">Fewer than five members have bought.</exception>
    public static ActionResult ActionValue(this Dataset data, AudienceMembers audience, ActionDefinition definition)
    {
        definition.Check();
        return new() { Definition = definition, Audience = audience.Name, People = audience.Count, OrderValue = data.PurchasePower(audience).Members.AverageOrderValue };
    }

    private static GroupCodes Groups(Dataset data, string column) => data.Orders.HasLineProperty(column)
        ? GroupCodes.Of(data.Orders.LineProperty<Column>(column))
        : throw new MissingDataException($"Orders have no column '{column}'.{NearestName.Suggest(column, data.Table(TableKind.Orders).Columns.Select(one => one.Name))} They have: {string.Join(", ", data.Table(TableKind.Orders).Columns.Select(one => one.Name))}.");

    private static double[]? Numbers(OrderStore orders, string column) =>
        orders.HasLineProperty(column) && orders.LineProperty<Column>(column) is NumberColumn numbers ? numbers.Values : null;

    private static double Pieces(double[]? quantity, int row) => quantity is not null && quantity[row] > 0 ? quantity[row] : 1;

    private static double Given(double[]? discount, int row) => discount is not null && discount[row] > 0 ? discount[row] : 0;
}
