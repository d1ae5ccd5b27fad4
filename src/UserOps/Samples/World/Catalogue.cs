namespace UserOps.Samples;

/// <summary>A product of the shop.</summary>
/// <param name="Id">The identifier in the export.</param>
/// <param name="Category">The index of its category.</param>
/// <param name="PriceCents">The list price in cents.</param>
/// <param name="Companion">The product that is often bought with it, or null.</param>
/// <param name="CompanionShare">How often it is added when this one is bought.</param>
internal sealed record Product(string Id, int Category, int PriceCents, string? Companion = null, double CompanionShare = 0);

/// <summary>A category, how popular it is, what its goods cost the shop, and how often they come back.</summary>
/// <param name="Name">The identifier in the export.</param>
/// <param name="Popularity">Its weight among the categories.</param>
/// <param name="CostShare">The cost of goods as a share of the list price.</param>
/// <param name="RefundRate">The probability that a line is returned.</param>
internal sealed record Category(string Name, double Popularity, double CostShare, double RefundRate);

/// <summary>What the shop sells.</summary>
internal static class Catalogue
{
    public static readonly Category[] Categories =
    [
        new("tea", 0.22, 0.45, 0.03), new("coffee", 0.18, 0.48, 0.03), new("snacks", 0.17, 0.60, 0.02), new("teaware", 0.11, 0.50, 0.07),
        new("skincare", 0.13, 0.35, 0.09), new("home", 0.09, 0.55, 0.11), new("stationery", 0.06, 0.50, 0.04), new("pet", 0.04, 0.58, 0.05),
    ];

    public static readonly Product[] Products =
    [
        new("oolong-tea", 0, 8_800), new("green-tea", 0, 6_800), new("black-tea", 0, 5_900), new("puer-cake", 0, 16_800), new("jasmine-tea", 0, 4_500),
        new("coffee-beans", 1, 7_900, "paper-filters", 0.40), new("drip-bags", 1, 4_900), new("paper-filters", 1, 1_900), new("cold-brew", 1, 3_900),
        new("hand-grinder", 1, 19_900, "coffee-beans", 0.45),
        new("almond-cookies", 2, 2_900), new("dried-mango", 2, 2_500), new("nut-mix", 2, 5_500), new("egg-rolls", 2, 3_200), new("rice-crackers", 2, 1_800),
        new("gaiwan", 3, 9_900, "oolong-tea", 0.35), new("travel-cup", 3, 7_500), new("glass-pot", 3, 12_900), new("tea-tray", 3, 23_900),
        new("face-mask", 4, 8_900, "hand-cream", 0.30), new("hand-cream", 4, 4_200), new("sunscreen", 4, 9_800), new("serum", 4, 23_800), new("lip-balm", 4, 3_500),
        new("aroma-candle", 5, 8_500), new("throw-blanket", 5, 14_900), new("storage-box", 5, 3_900), new("desk-lamp", 5, 18_900),
        new("notebook", 6, 2_800, "gel-pen", 0.50), new("gel-pen", 6, 1_500), new("sticker-set", 6, 1_200), new("ink-brush", 6, 4_600),
        new("cat-litter", 7, 5_800, "cat-treats", 0.35), new("cat-treats", 7, 2_600), new("dog-toy", 7, 3_400), new("pet-bed", 7, 12_800),
    ];

    public static readonly double[] Popularity = [.. Categories.Select(category => category.Popularity)];

    public static readonly int[][] OfCategory =
        [.. Categories.Select((_, category) => Enumerable.Range(0, Products.Length).Where(id => Products[id].Category == category).ToArray())];

    /// <summary>The index of each product's companion, −1 where it has none.</summary>
    public static readonly int[] Companions = [.. Products.Select(product => Array.FindIndex(Products, other => other.Id == product.Companion))];
}
