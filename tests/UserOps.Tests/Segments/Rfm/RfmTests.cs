using CsCheck;
using UserOps.Data;
using UserOps.Segments.Rfm;

namespace UserOps.Tests.Segments.Rfm;

public class RfmTests
{
    // Days since 2024-01-01 of orders of an amount; at noon UTC.
    private static readonly Dataset Shop = Of(
        ("a", 0, 10), ("b", 1, 20), ("b", 8, 20), ("c", 2, 300), ("d", 3, 40), ("d", 4, 40), ("d", 9, 40), ("e", 5, 50), ("f", 9, 5));

    private static Dataset Of(params (string User, int Day, double Amount)[] orders) =>
        Dataset.From(orders: orders.Select((order, i) => new OrderRow(order.User, Journeys.Noon(order.Day), order.Amount, $"{i}")));

    [Fact]
    public void Values_are_days_since_the_last_order_orders_and_net_revenue_at_the_end_of_the_reference_day()
    {
        var customers = Shop.Rfm().Customers.Select(customer => (customer.Id, customer.RecencyDays, customer.Orders, customer.Revenue));
        Assert.Equal([("a", 9, 1, 10), ("b", 1, 2, 40), ("c", 7, 1, 300), ("d", 0, 3, 120), ("e", 4, 1, 50), ("f", 0, 1, 5)], customers);
    }

    [Fact]
    public void Orders_after_the_reference_date_do_not_count_and_are_named()
    {
        var earlier = Shop.Rfm(new() { At = Journeys.Monday.AddDays(5) });
        Assert.Equal(5, earlier.Count);
        Assert.Equal((4, 1, 20), (earlier["b"].RecencyDays, earlier["b"].Orders, earlier["b"].Revenue));
        Assert.Equal(3, earlier.OrdersAfter);
        Assert.Contains(earlier.Notes, note => note.StartsWith("3 orders after the reference date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_window_leaves_earlier_orders_out()
    {
        var refused = Assert.Throws<InsufficientDataException>(() => Shop.Rfm(new() { WindowDays = 5 }));
        Assert.Equal("4 customers", refused.Found);
        Assert.Equal(["b", "c", "d", "e", "f"], Shop.Rfm(new() { WindowDays = 8 }).Customers.Select(customer => customer.Id));
    }

    [Fact]
    public void A_refund_alone_is_no_order_and_makes_no_customer()
    {
        var data = Dataset.From(orders: [.. "abcde".Select((id, i) => new OrderRow($"{id}", Journeys.Noon(i), 10 * (i + 1), $"{i}")),
            new("a", Journeys.Noon(6), 7, "x"), new("a", Journeys.Noon(7), -4, "y"), new("z", Journeys.Noon(7), -5, "z")]);
        var scores = data.Rfm(new() { At = Journeys.Monday.AddDays(7) });
        Assert.Equal(5, scores.Count);
        Assert.Equal((1, 2, 13), (scores["a"].RecencyDays, scores["a"].Orders, scores["a"].Revenue));
    }

    [Fact]
    public void Breaks_count_a_value_equal_to_one_as_below_it()
    {
        var scores = Shop.Rfm(new() { Recency = new RfmScale.Breaks(0, 2, 4, 8), Frequency = new RfmScale.Breaks(1, 2, 3, 4), Monetary = new RfmScale.Breaks(5, 40, 100, 299) });
        Assert.Equal(["112", "422", "215", "534", "313", "511"], scores.Customers.Select(customer => customer.Score.ToString()));
    }

    [Fact]
    public void Classes_compare_each_score_with_its_mean()
    {
        // Mean scores: recency 20/6, frequency 9/6, money 17/6.
        var scores = Shop.Rfm(new() { Recency = new RfmScale.Breaks(0, 2, 4, 8), Frequency = new RfmScale.Breaks(1, 2, 3, 4), Monetary = new RfmScale.Breaks(5, 40, 100, 299) });
        Assert.Equal(
            [RfmClass.GeneralWinBack, RfmClass.GeneralValue, RfmClass.ImportantWinBack, RfmClass.ImportantValue, RfmClass.ImportantWinBack, RfmClass.GeneralDevelop],
            scores.Customers.Select(customer => customer.Class));
        Assert.Equal(["重要价值 important: value", "重要发展 important: develop", "重要保持 important: keep", "重要挽留 important: win back",
            "一般价值 general: value", "一般发展 general: develop", "一般保持 general: keep", "一般挽留 general: win back"], scores.Classes.Groups.Select(group => group.Name));
        Assert.Equal([1, 0, 0, 2, 1, 1, 0, 1], scores.Classes.Groups.Select(group => group.Users));
    }

    [Fact]
    public void Value_classes_take_the_largest_until_their_share_is_reached_and_part_no_equals()
    {
        // 525 in total: c alone brings 57 %, with d 80 %; e crosses the line at 420, b is the last below 498.75.
        var classes = Shop.Rfm().Customers.ToDictionary(customer => customer.Id, customer => customer.Value);
        Assert.Equal([ValueClass.C, ValueClass.B, ValueClass.A, ValueClass.A, ValueClass.B, ValueClass.C], "abcdef".Select(id => classes[$"{id}"]));
        var equal = Of(("a", 0, 50), ("b", 1, 50), ("c", 2, 50), ("d", 3, 50), ("e", 4, 50), ("e", 5, 1));
        var same = new RfmScale.Breaks(1, 2, 3, 4);
        Assert.All(equal.Rfm(new() { Monetary = same }).Customers, customer => Assert.Equal(ValueClass.A, customer.Value));
    }

    [Fact]
    public void Segments_hold_sizes_orders_revenue_and_shares()
    {
        var segments = Shop.Rfm().Segments;
        Assert.Equal((6, 9, 525), (segments.Groups.Sum(group => group.Users), segments.Groups.Sum(group => group.Orders), segments.Groups.Sum(group => group.Revenue)));
        Assert.Equal(1, segments.Groups.Sum(group => group.ShareOfUsers), 12);
        Assert.Equal(1, segments.Groups.Sum(group => group.ShareOfRevenue!.Value), 12);
    }

    [Fact]
    public void Migration_counts_who_was_where_by_the_cut_points_of_the_later_date()
    {
        var definition = new RfmDefinition { Recency = new RfmScale.Breaks(1, 3, 5, 7), Frequency = new RfmScale.Breaks(1, 2, 3, 4), Monetary = new RfmScale.Breaks(10, 40, 100, 299) };
        var moves = Shop.RfmMigration(4, definition);
        Assert.Equal((new(2024, 1, 6), new(2024, 1, 10), 6), (moves.From, moves.To, moves.Users));
        // f bought for the first time on the last day, for little.
        Assert.Equal(1, moves["(no order yet)", "New customers"]);
        Assert.Equal(6, moves.Counts.Sum(row => row.Sum()));
        var (before, now) = (Shop.Rfm(definition with { At = moves.From }), Shop.Rfm(definition));
        foreach (var customer in before.Customers)
            Assert.True(moves[customer.Segment, now[customer.Id].Segment] >= 1);
    }

    [Fact]
    public void With_a_window_customers_can_also_leave()
    {
        var definition = new RfmDefinition
        {
            WindowDays = 8,
            Recency = new RfmScale.Breaks(1, 3, 5, 7),
            Frequency = new RfmScale.Breaks(1, 2, 3, 4),
            Monetary = new RfmScale.Breaks(10, 40, 100, 299),
        };
        // On day 7 days 0 to 7 count, on day 9 days 2 to 9: a is gone, f has come.
        var moves = Shop.RfmMigration(2, definition);
        Assert.Equal(1, moves.Counts.Sum(row => row[^1]));
        Assert.Equal("(no order in the window)", moves.ToStates[^1]);
        Assert.Equal(1, moves.Counts[^1].Sum());
        Assert.Equal(6, moves.Users);
    }

    [Fact]
    public void Flows_leave_out_states_that_nobody_left_or_reached_and_small_groups()
    {
        var data = Of([.. Enumerable.Range(0, 40).Select(i => ($"u{i}", i % 20, 10.0 + i)), .. Enumerable.Range(0, 9).Select(i => ($"u{i}", 30, 50.0)), ("late", 30, 5.0)]);
        var moves = data.RfmMigration(10);
        var sankey = moves.ToSankey();
        Assert.All(sankey.Links, link => Assert.True(link.Value >= 5));
        Assert.All(Enumerable.Range(0, sankey.Nodes.Count), node => Assert.Contains(sankey.Links, link => link.Source == node || link.Target == node));
        Assert.StartsWith("<svg", sankey.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Renderings_look_as_they_did()
    {
        var random = new Random(3);
        var data = Of([.. Enumerable.Range(0, 400).Select(_ => ($"u{(int)(120 * Math.Pow(random.NextDouble(), 2))}", random.Next(90), (double)random.Next(10, 200)))]);
        UserOps.Testing.Golden.Matches(data.Rfm().ToString(), "rfm.txt");
        UserOps.Testing.Golden.Matches(data.RfmMigration(30).ToString(), "rfm-migration.txt");
    }

    [Fact]
    public void A_customer_table_gives_the_same_scores_as_its_orders()
    {
        var scores = Shop.Rfm();
        var table = new TypedTable("customers",
        [
            TextColumn.From("id", scores.Customers.Select(customer => customer.Id)), new NumberColumn("days", [.. scores.Customers.Select(customer => customer.RecencyDays)]),
            new NumberColumn("orders", [.. scores.Customers.Select(customer => customer.Orders)]), new NumberColumn("money", [.. scores.Customers.Select(customer => customer.Revenue)]),
        ]);
        Assert.Equal(scores.Customers, table.Rfm(new("id", "days", "orders", "money")).Customers);
    }

    [Fact]
    public void Equal_values_get_equal_scores_better_values_never_lower_ones_and_every_customer_one_segment() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 6], Gen.Int[1, 40]).Array[5, 60].Select(Gen.Enum<CutRule>()).Sample((rows, rule) =>
        {
            if (rows.Select(row => row.Item1).Distinct().Count() == 1 || rows.Select(row => row.Item2).Distinct().Count() == 1 || rows.Select(row => row.Item3).Distinct().Count() == 1)
                return;
            var scores = Table([.. rows.Select(row => ((double)row.Item1, (double)row.Item2, (double)row.Item3))]).Rfm(Names, new() { Cut = rule });
            RfmCustomer[] all = [.. scores.Customers];
            foreach (var x in all)
                foreach (var y in all)
                {
                    Assert.True(x.RecencyDays > y.RecencyDays || x.Score.Recency >= y.Score.Recency);
                    Assert.True(x.Orders < y.Orders || x.Score.Frequency >= y.Score.Frequency);
                    Assert.True(x.Revenue < y.Revenue || x.Score.Monetary >= y.Score.Monetary);
                    Assert.True(x.Revenue < y.Revenue || x.Value <= y.Value);
                }
            foreach (var sizes in new[] { scores.Segments, scores.Classes, scores.ValueClasses })
                Assert.Equal(all.Length, sizes.Groups.Sum(group => group.Users));
        }, iter: 200);

    [Fact]
    public void Every_one_of_the_125_cells_has_one_of_the_ten_names() =>
        Assert.All(RfmScore.All, score => Assert.Contains(RfmSegmentation.Standard[score], RfmSegmentation.Standard.Segments));

    [Fact]
    public void The_best_cell_is_champions_and_the_worst_hibernates()
    {
        Assert.Equal(125, RfmScore.All.Distinct().Count());
        Assert.Equal("Champions", RfmSegmentation.Standard[new(5, 5, 5)]);
        Assert.Equal("Champions", RfmSegmentation.Standard[new(5, 4, 3)]);
        Assert.Equal("Can't lose them", RfmSegmentation.Standard[new(1, 4, 5)]);
        Assert.Equal("Hibernating", RfmSegmentation.Standard[new(1, 1, 1)]);
        Assert.Equal("New customers", RfmSegmentation.Standard[new(5, 1, 1)]);
    }

    public static CustomerColumns Names { get; } = new("id", "days", "orders", "money");

    public static TypedTable Table(params (double Days, double Orders, double Money)[] rows) => new("customers",
    [
        TextColumn.From("id", rows.Select((_, i) => $"c{i}")), new NumberColumn("days", [.. rows.Select(row => row.Days)]),
        new NumberColumn("orders", [.. rows.Select(row => row.Orders)]), new NumberColumn("money", [.. rows.Select(row => row.Money)]),
    ]);
}
