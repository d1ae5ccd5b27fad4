using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.Samples;

[Collection(nameof(LargeShop))]
public class MeasuredTruthTests(LargeShop shop)
{
    [Fact]
    public void Channels_differ_in_quality_as_the_truth_states() => Agrees(new(shop.Folder, shop.Events));

    [Fact]
    public void Channels_are_ordered_by_retention_and_value_as_planted()
    {
        var measures = new ChannelMeasures(shop.Folder, shop.Events);
        string[] planted = [.. Channels.All.OrderByDescending(channel => Measured.Of(Array.IndexOf(Channels.All, channel)).D7).Select(channel => channel.Name)];
        Assert.Equal(["referral", "kol", "organic", "search", "social"], planted);
        double[] retention = [.. planted.Select(channel => measures.Retention(channel, 7)).Select(share => (double)share.Hits / share.N)];
        Assert.Equal(retention.Max(), retention[0]);
        Assert.Equal(retention.Min(), retention[^1]);
        Assert.True(retention[1] > retention[3], "kol keeps its users better than search");
        Assert.True(measures.Value("referral", 90).Net.Mean > 2 * measures.Value("social", 90).Net.Mean);
    }

    [SlowFact]
    public void Another_large_run_agrees_with_the_channel_quality_that_the_truth_states()
    {
        var folder = Directory.CreateTempSubdirectory("measured-shop");
        try
        {
            ShopSample.Write(folder.FullName, new() { Users = 300_000, Seed = 5 }, cancellation: TestContext.Current.CancellationToken);
            var sample = new SampleFolder(folder.FullName);
            Agrees(new(sample, sample.CleanEvents()));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static void Agrees(ChannelMeasures measures)
    {
        for (int index = 0; index < Channels.All.Length; index++)
        {
            string channel = Channels.All[index].Name;
            var truth = Measured.Of(index);
            foreach ((int day, double planted) in ((int, double)[])[(1, truth.D1), (7, truth.D7), (30, truth.D30)])
                SampleFolder.IsNear(planted, measures.Retention(channel, day).Hits, measures.Retention(channel, day).N, 4);
            IsNear(truth.Orders30, measures.Value(channel, 30).Orders);
            IsNear(truth.Orders90, measures.Value(channel, 90).Orders);
            IsNear(truth.NetRevenue30, measures.Value(channel, 30).Net);
            IsNear(truth.NetRevenue90, measures.Value(channel, 90).Net);
        }
    }

    private static void IsNear(double planted, (double Mean, double Error) found) =>
        Assert.InRange(found.Mean, planted - 4 * found.Error, planted + 4 * found.Error);
}
