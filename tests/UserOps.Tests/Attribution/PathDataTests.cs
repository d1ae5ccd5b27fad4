using UserOps.Attribution;

namespace UserOps.Tests.Attribution;

/// <summary>PathData of the R package ChannelAttribution 2.2.4 (Altomare and Loris).</summary>
public class PathDataTests
{
    private static readonly Lazy<CustomerJourneys> Data = new(Paths.PathData);

    [Fact]
    public void The_table_holds_the_published_totals()
    {
        Assert.Equal((19_785, 68_602, 12), (Data.Value.Conversions, Data.Value.NullJourneys, Data.Value.Channels.Count));
        Assert.Equal(74_802.97159, Data.Value.Value!.Value, 5);
        Assert.Equal(19_785.0 / 88_387, Data.Value.BaseRate);
    }

    // ChannelAttribution 2.2.4: heuristic_models(PathData, "path", "total_conversions", "total_conversion_value").
    public static TheoryData<string, double, double, double, double, double, double> Heuristics => new()
    {
        { "eta", 3164, 11909.4762130316, 4167, 16754.2038001057, 3539.95115710057, 13783.4970509201 },
        { "iota", 4606, 19597.2612769752, 3355, 13487.9742713577, 3857.09622101776, 15988.9889950236 },
        { "alpha", 6308, 19121.2723557988, 8447, 28414.214274364, 7574.71859375117, 24524.7095688335 },
        { "beta", 2831, 12235.5917443553, 989, 3850.0209872582, 2083.50014458908, 8954.2667166078 },
        { "theta", 1606, 6652.34934744683, 653, 2799.0919875817, 1022.80139390422, 4295.74361948719 },
        { "lambda", 902, 3735.60216491597, 1207, 5249.94998542781, 1035.25757228553, 4430.31616942845 },
        { "kappa", 74, 305.74325, 230, 1069.38425, 137.964077922278, 599.747786255267 },
        { "zeta", 27, 103.004, 107, 453.26075, 136.551540466445, 539.528763052843 },
        { "epsilon", 99, 412.301242857143, 531, 2202.61228928572, 272.17043772046, 1106.27006526655 },
        { "gamma", 165, 718.977991830065, 92, 506.013991830065, 121.041639020267, 569.417357891057 },
        { "delta", 1, 6.119, 5, 10.972, 1.725, 4.40405 },
        { "mi", 2, 5.273, 2, 5.273, 2.22222222222222, 6.08144444444444 },
    };

    [Theory]
    [MemberData(nameof(Heuristics))]
    public void First_last_and_linear_match_the_package(string channel, double first, double firstValue, double last, double lastValue, double linear, double linearValue)
    {
        Check(new AttributionRule.FirstTouch(), first, firstValue);
        Check(new AttributionRule.LastTouch(), last, lastValue);
        Check(new AttributionRule.Linear(), linear, linearValue);

        void Check(AttributionRule rule, double conversions, double value)
        {
            var credit = Data.Value.Credit(rule)[channel];
            Assert.Equal(conversions, credit.Conversions, 1e-8);
            Assert.Equal(value, credit.Value!.Value, 1e-7);
        }
    }

    // Analytic solution beside the data (ref_markov_order1_EXACT.csv).
    public static TheoryData<string, double, double> FirstOrder => new()
    {
        { "eta", 0.34902633187114607, 3340.847401500873 }, { "iota", 0.4058350044719442, 3884.614701875095 }, { "alpha", 0.5583994895077468, 5344.947682085164 },
        { "beta", 0.26403853574123637, 2527.3521665203875 }, { "theta", 0.2060104627727698, 1971.9128798869222 }, { "lambda", 0.13402212280970016, 1282.8472233943585 },
        { "kappa", 0.02866338665546586, 274.3632559547991 }, { "zeta", 0.03981051781738332, 381.06255276 }, { "epsilon", 0.06263858227549057, 599.5706504632102 },
        { "gamma", 0.017879974419968803, 171.14544269372666 }, { "delta", 0.0004819957580380896, 4.613618311097737 }, { "mi", 0.0001799458198938897, 1.722424556280718 },
    };

    [Theory]
    [MemberData(nameof(FirstOrder))]
    public void A_chain_of_first_order_matches_the_analytic_solution(string channel, double removal, double conversions)
    {
        var credit = Data.Value.Credit(new AttributionRule.Markov())[channel];
        Assert.Equal(removal, credit.RemovalEffect!.Value, 12);
        Assert.Equal(conversions, credit.Conversions, 1e-8);
    }

    // NumPy 1.24, SciPy 1.10 sparse.linalg.spsolve: states are windows of the last k channels; any window that holds the removed channel leads nowhere.
    // Removal effect, conversions and value at order 2, then at order 3.
    public static TheoryData<string, double[], double[]> HigherOrders => new()
    {
        { "alpha", [0.547803282064, 5617.45385389, 19194.51570411], [0.546420129018, 5748.09864951, 19409.80982381] },
        { "beta", [0.237909870016, 2439.64897612, 9759.59090887], [0.228672522998, 2405.53404024, 9749.21153949] },
        { "delta", [0.000503101237, 5.15905632, 14.46989193], [0.000482039628, 5.07084418, 14.24048761] },
        { "epsilon", [0.059912522887, 614.37352350, 2395.63392607], [0.059264088514, 623.43206091, 2431.86886279] },
        { "eta", [0.330767476253, 3391.85816343, 13007.57645549], [0.322833944465, 3396.07064536, 12982.20863867] },
        { "gamma", [0.016765130159, 171.91818324, 747.03606572], [0.016966758071, 178.48280833, 787.06092167] },
        { "iota", [0.371593698968, 3810.51104420, 14851.05899416], [0.360379104953, 3791.02916690, 14833.74330056] },
        { "kappa", [0.025942445979, 266.02705372, 1132.75783929], [0.025118862164, 264.23934627, 1135.04502905] },
        { "lambda", [0.115995020947, 1189.47202177, 4861.82730760], [0.109390521697, 1150.74001971, 4756.69268716] },
        { "mi", [0.000202173364, 2.07318864, 6.19159276], [0.000202173364, 2.12677458, 6.26232233] },
        { "theta", [0.185525562780, 1902.47361006, 7392.07719390], [0.175845079746, 1849.81264732, 7275.25309231] },
        { "zeta", [0.036474814536, 374.03132510, 1440.23570732], [0.035207084774, 370.36299670, 1421.57488176] },
    };

    private static readonly Lazy<RuleCredit> Second = new(() => Data.Value.Credit(new AttributionRule.Markov(2))), Third = new(() => Data.Value.Credit(new AttributionRule.Markov(3)));

    [Theory]
    [MemberData(nameof(HigherOrders))]
    public void Chains_of_second_and_third_order_match_a_sparse_solver(string channel, double[] second, double[] third)
    {
        Check(Second.Value[channel], second);
        Check(Third.Value[channel], third);

        static void Check(ChannelCredit found, double[] expected)
        {
            Assert.Equal(expected[0], found.RemovalEffect!.Value, 1e-11);
            Assert.Equal(expected[1], found.Conversions, 1e-7);
            Assert.Equal(expected[2], found.Value!.Value, 1e-7);
        }
    }

    // NumPy: a loop over paths for the first two, over all 4096 sets of channels for the Shapley values.
    public static TheoryData<string, double, double, double, double> OtherRules => new()
    {
        { "alpha", 7667.04382972, 7444.82375923, 7627.94404762, 1629.78158791 }, { "beta", 2003.97886833, 1969.76617897, 1982.73928571, 1912.39774958 },
        { "delta", 1.87529339, 2.58666667, 2.29285714, -0.94493264 }, { "epsilon", 295.33350544, 301.05023278, 374.67738095, 2328.74072871 },
        { "eta", 3580.49647462, 3618.79614876, 3613.65595238, 1872.08117482 }, { "gamma", 118.38937428, 125.24091092, 138.18571429, 1597.57476508 },
        { "iota", 3785.96403417, 3944.94816566, 3505.04404762, 1593.26142817 }, { "kappa", 145.96579248, 147.45955652, 159.05714286, 1904.71745281 },
        { "lambda", 1053.16757301, 1046.90390139, 987.78214286, 2272.45401275 }, { "mi", 2.28953418, 2.05714286, 2.66666667, 2203.27419708 },
        { "theta", 993.90365475, 1092.74447176, 1190.96309524, 2561.42797086 }, { "zeta", 136.59206565, 88.62286449, 199.99166667, -89.76613512 },
    };

    [Theory]
    [MemberData(nameof(OtherRules))]
    public void Time_decay_position_and_both_Shapley_values_match_NumPy(string channel, double decay, double position, double shapley, double rate)
    {
        (AttributionRule, double)[] all =
        [
            (new AttributionRule.TimeDecay(), decay), (new AttributionRule.PositionBased(), position), (new AttributionRule.Shapley(), shapley),
            (new AttributionRule.Shapley(ShapleyWorth.ConversionRate), rate),
        ];
        Assert.All(all, one => Assert.Equal(one.Item2, Data.Value.Credit(one.Item1)[channel].Conversions, 1e-7));
    }

    [Fact]
    public void A_direct_channel_passes_its_credit_on_to_the_last_one_before()
    {
        // Counted in Python with alpha as direct.
        var credit = Data.Value.Credit(new AttributionRule.LastNonDirect("alpha"));
        Assert.Equal([5742.0, 4765, 4068, 1238], new[] { "alpha", "eta", "iota", "beta" }.Select(name => credit[name].Conversions), new Near());
    }
}
