using MathNet.Numerics.Distributions;
using UserOps.Campaigns;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Campaigns;

/// <summary>
/// Seeded simulations of a coupon kept from half of the users by lot: a share orders anyway, the coupon adds some, amounts are log-normal, only orders with the coupon cost a discount.
/// </summary>
public class CampaignRoiCalibrationTests
{
    private const double Anyway = 0.10, Extra = 0.08, Mu = 4, Sigma = 0.7, Rate = 0.5, Discount = 0.2, FixedCost = 0.5;

    // Who orders uses the coupon in the treatment.
    private static double MeanAmount => Math.Exp(Mu + Sigma * Sigma / 2);

    [SlowFact]
    public void Returns_on_a_random_cost_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (int users in new[] { 100, 300, 1000, 3000 })
        {
            var random = new Random(users);
            int roi = 0, spend = 0, profit = 0, share = 0, delta = 0, runs = users > 1000 ? 600 : 1500;
            (double trueRoi, double trueSpend, double trueProfit, double trueShare) = Truth(users);
            for (int run = 0; run < runs; run++)
            {
                var group = Simulate(users, random);
                roi += Holds(group.ReturnOnInvestment?.Interval, trueRoi);
                spend += Holds(group.ReturnOnSpend?.Interval, trueSpend);
                profit += Holds(group.Profit.Interval, trueProfit);
                share += Holds(group.Cannibalised?.Interval, trueShare);
                // The cost taken as exact: the interval of the profit over the cost that was seen.
                delta += group.Profit.Interval is { } range && range.Lower / group.Cost <= trueRoi && trueRoi <= range.Upper / group.Cost ? 1 : 0;
            }
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
                $"{users} users an arm: nominal 95 %, profit {Share(profit, runs)}, ROI (Fieller) {Share(roi, runs)}, ROI with the cost taken as exact {Share(delta, runs)}, iROAS {Share(spend, runs)}, cannibalised {Share(share, runs)}"));
            Assert.InRange((double)profit / runs, users < 300 ? 0.9 : 0.93, 0.97);
            Assert.InRange((double)roi / runs, users < 300 ? 0.9 : 0.925, 0.98);
            Assert.InRange((double)share / runs, users < 300 ? 0.9 : 0.925, 0.985);
        }
    }

    [SlowFact]
    public void Gross_returns_hold_the_truth_about_as_often_as_they_say()
    {
        foreach (double buyers in new[] { 20.0, 100, 500 })
        {
            var random = new Random((int)buyers);
            int held = 0, perBuyer = 0, runs = 2000;
            for (int run = 0; run < runs; run++)
            {
                int found = Poisson.Sample(random, buyers);
                var revenue = Enumerable.Range(0, found).Aggregate(new UserOps.Statistics.MeanSums(), (sums, _) => sums.Add(LogNormal.Sample(random, Mu, Sigma)));
                var one = new CampaignReturn("x", OrderLink.Message, 1000, null, found, found, revenue, Rate, 0.95);
                held += Holds(one.ReturnOnAdSpend?.Interval, buyers * MeanAmount / 1000);
                perBuyer += Holds(one.CostPerBuyerInterval, 1000 / buyers);
            }
            TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{buyers} buyers expected: nominal 95 %, ROAS {Share(held, runs)}, CPA {Share(perBuyer, runs)}"));
            Assert.InRange((double)held / runs, buyers < 100 ? 0.88 : 0.92, 0.97);
            Assert.InRange((double)perBuyer / runs, 0.94, 0.99);
        }
    }

    [SlowFact]
    public void The_interval_of_the_frequency_cap_holds_the_true_cap_about_as_often_as_it_says()
    {
        // A click is worth 4, an unsubscription costs 25: the n-th message is worth 4 × 0.2 e^(−0.3 n) − 25 × 0.005 e^(0.4 n), above 0 up to n = 2.
        var random = new Random(4);
        int held = 0, exact = 0, runs = 120;
        for (int run = 0; run < runs; run++)
        {
            List<Message> messages = [];
            for (int user = 0; user < 600; user++)
                for (int before = 0, most = random.Next(6); before <= most; before++)
                {
                    bool refused = random.NextDouble() < 0.005 * Math.Exp(0.4 * before), clicked = !refused && random.NextDouble() < 0.2 * Math.Exp(-0.3 * before);
                    messages.Add(new(user, before, 1, 12, clicked, clicked, refused));
                }
            var cap = FrequencyCap.Of(messages, new() { ClickValue = 4, UnsubscribeLoss = 25, MessageCost = 0 });
            held += cap.Interval!.Value.Contains(3) ? 1 : 0;
            exact += cap.Messages == 3 ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"frequency cap of 600 users: nominal 95 %, interval holds the true cap of 3 in {Share(held, runs)}, the estimate is exact in {Share(exact, runs)}"));
        Assert.InRange((double)held / runs, 0.9, 1);
    }

    private static (double Roi, double Spend, double Profit, double Share) Truth(int users)
    {
        double orders = users * (Anyway + Extra), discount = orders * MeanAmount * Discount, cost = discount + users * FixedCost;
        double revenue = orders * MeanAmount * (1 - Discount) - users * Anyway * MeanAmount;
        double margin = orders * MeanAmount * (Rate - Discount) - users * Anyway * MeanAmount * Rate, profit = margin - users * FixedCost;
        return (profit / cost, revenue / cost, profit, 1 - Extra / (Anyway + Extra));
    }

    private static HoldOutGroup Simulate(int users, Random random)
    {
        HoldOutArm treatment = new(), control = new();
        for (int user = 0; user < users; user++)
        {
            double amount = LogNormal.Sample(random, Mu, Sigma), other = LogNormal.Sample(random, Mu, Sigma);
            bool buys = random.NextDouble() < Anyway + Extra;
            treatment.Add(buys ? new(1, amount * (1 - Discount), amount * (Rate - Discount), 1, amount * Discount, 0) : default);
            control.Add(random.NextDouble() < Anyway ? new(1, other, other * Rate, 0, 0, 0) : default);
        }
        return new("all", control, treatment, users * FixedCost, true, 0.95);
    }

    private static int Holds(Interval? range, double truth) => range?.Contains(truth) == true ? 1 : 0;

    private static string Share(int hits, int runs) => FormattableString.Invariant($"{100.0 * hits / runs:0.0} %");
}
