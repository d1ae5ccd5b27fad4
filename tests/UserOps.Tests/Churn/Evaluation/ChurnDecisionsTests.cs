using UserOps.Churn;
using UserOps.Data;
using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.Churn.Evaluation;

public class ChurnDecisionsTests
{
    private static readonly RetentionOffer Offer = new() { Cost = 4, SaveRate = 0.2, Value = 100 };
    private static readonly Lazy<ChurnResult> Made = new(() => Table().Churn(new ChurnTableDefinition("id", "left") { Folds = 3 }));

    [Fact]
    public void Money_is_reckoned_with_probabilities_that_the_user_had_no_part_in()
    {
        var curve = Made.Value.Profit(Offer);
        Assert.Equal(600, curve.Users);
        Assert.Equal(Made.Value.Calibration.Judged.Scores, Made.Value.Calibrated.Scores);
        Assert.True(curve.Chosen.Profit > curve.Points[^1].Profit);
    }

    [Fact]
    public void Of_a_ready_table_those_who_stayed_are_listed()
    {
        var list = Made.Value.WhomToKeep(Offer);
        var stayed = Enumerable.Range(0, 600).Where(row => !Made.Value.Calibrated.Outcomes[row]).Select(row => $"u{row}").ToHashSet();
        Assert.Equal(stayed.Count, list.Scored);
        Assert.NotEmpty(list.People.Users.Ids);
        Assert.All(list.People.Users.Ids, id => Assert.Contains(id, stayed));
        Assert.Contains("stayed in the time of the table", list.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_feature_that_decides_is_the_most_important_and_moves_the_probability()
    {
        var importance = Made.Value.Importance();
        Assert.Equal("silent", importance.Features[0].Feature.Name);
        var points = Made.Value.Dependence("silent").Points;
        Assert.True(points[^1].Mean > points[0].Mean + 0.3);
    }

    [Fact]
    public void What_if_moves_the_same_way()
    {
        var supposed = Made.Value.Model.WhatIf(Made.Value.UnseenFeatures, "u0", ("silent", 0.0));
        Assert.True(supposed.After <= supposed.Before);
        Assert.Equal(Made.Value.Model.Score(Made.Value.UnseenFeatures.Rows([0]))[0], supposed.Before, 1e-12);
    }

    [Fact]
    public void A_ready_table_knows_no_drift_and_key_numbers_carry_their_interval()
    {
        Assert.Throws<MissingDataException>(() => Made.Value.Drift(Dataset.From()));
        var metric = Made.Value.Auc();
        Assert.Equal(("churn.auc", 600L), (metric.Name, metric.N!.Value));
        Assert.True(metric.Interval!.Value.Contains(metric.Value));
        Assert.Equal("churn.profit_per_1000", Made.Value.Profit(Offer).Metric.Name);
        Assert.Equal("churn.list_profit", Made.Value.WhomToKeep(Offer).Metric.Name);
    }

    [Fact]
    public void Real_data_carry_no_truth() => Assert.Throws<MissingDataException>(() => PlantedDrivers.Compare(Made.Value, Path.GetTempPath()));

    [SlowFact]
    public void Drivers_planted_in_the_shop_move_the_model_as_planted_where_it_uses_them()
    {
        string shop = Path.Combine(Repository.Root, "data-samples", "shop");
        var data = Dataset.Open(shop);
        var churn = data.Churn();
        var drivers = PlantedDrivers.Compare(churn, shop).Drivers;
        Assert.Equal(10, drivers.Count);
        Assert.DoesNotContain(drivers, driver => driver.IsSameWay == false);
        Assert.True(drivers.Single(driver => driver.Name == "channel = social").Interval!.Value.Lower > 0.01);
        Assert.True(drivers.Single(driver => driver.Name == "has ever liked, commented or shared").Interval!.Value.Upper < 0);
        Assert.Throws<UserOpsException>(() => churn.WhomToKeep(Offer));
        Assert.Equal(churn.Model.Features(data).Count, churn.WhomToKeep(Offer, data).Scored);
    }

    // Whoever is silent for long leaves more often; the colour says nothing.
    private static TypedTable Table()
    {
        var chance = new Chance(7);
        double[] silent = new double[600];
        string[] colour = new string[600];
        sbyte[] left = new sbyte[600];
        for (int i = 0; i < silent.Length; i++)
        {
            silent[i] = Math.Floor(30 * chance.Unit());
            colour[i] = chance.Happens(0.5) ? "red" : "blue";
            left[i] = (sbyte)(chance.Happens(0.05 + silent[i] / 40) ? 1 : 0);
        }
        return new("made",
        [
            TextColumn.From("id", Enumerable.Range(0, 600).Select(i => $"u{i}")),
            new NumberColumn("silent", silent), TextColumn.From("colour", colour), new FlagColumn("left", left),
        ]);
    }
}
