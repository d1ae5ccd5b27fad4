using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

public class ArmEffectsTests
{
    // pandas 1.5: visits 3894/21307, 3238/21387 and 2262/21306; standard errors with n − 1.
    [Theory]
    [InlineData(Hillstrom.Mens, 0.0765895637, 0.0033858878)]
    [InlineData(Hillstrom.Womens, 0.0452331066, 0.0032344621)]
    public void Visits_of_Hillstrom_change_as_pandas_says(string arm, double effect, double error)
    {
        var found = ArmEffects.Of(Hillstrom.Users(), 0.95).Effects.Single(one => one.Arm == arm).Effect;
        Assert.Equal(effect, found.Value, 1e-10);
        Assert.Equal(error, found.StandardError, 1e-10);
    }

    [Fact]
    public void Spend_and_conversions_of_Hillstrom_are_those_of_the_file()
    {
        var spend = ArmEffects.Of(Hillstrom.Users("spend"), 0.95).Effects.ToDictionary(one => one.Arm, one => one.Effect);
        Assert.Equal(30311.69, spend[Hillstrom.Mens].Treated.Sum, 1e-6);
        Assert.Equal(23038.11, spend[Hillstrom.Womens].Treated.Sum, 1e-6);
        Assert.Equal(13908.33, spend[Hillstrom.Womens].Control.Sum, 1e-6);
        var bought = ArmEffects.Of(Hillstrom.Users("conversion"), 0.95).Effects;
        Assert.Equal([267, 189], bought.Select(one => (int)one.Effect.Treated.Sum));
        Assert.Equal(122, bought[0].Effect.Control.Sum);
    }

    [Fact]
    public void The_interval_of_rates_is_Newcombes_method_10()
    {
        // R. G. Newcombe (1998), Statistics in Medicine 17, table II, (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339.
        var interval = new MeanDifference(new(70, 56, 56), new(80, 48, 48), true).Interval()!.Value;
        Assert.Equal(0.0524, interval.Lower, 4);
        Assert.Equal(0.3339, interval.Upper, 4);
    }

    [Fact]
    public void The_interval_of_amounts_is_Welchs()
    {
        // R 4.2: t.test(extra ~ group, data = sleep): difference 1.58 of group 2 over 1, interval 0.2054832 short of zero: -0.2054832 to 3.3654832, df 17.776.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var users = Trials.Of(Trials.Table(("x", [.. Enumerable.Range(0, 20).Select(i => (double)i)])), [.. first.Select(_ => 0), .. second.Select(_ => 1)], [.. first, .. second]);
        var difference = MeanDifference.Of(users, Enumerable.Range(0, 20));
        Assert.Equal(1.58, difference.Value, 1e-12);
        Assert.Equal(-0.2054832, difference.Interval()!.Value.Lower, 1e-7);
        Assert.Equal(3.3654832, difference.Interval()!.Value.Upper, 1e-7);
    }

    [Fact]
    public void One_user_in_an_arm_has_no_interval() => Assert.Null(new MeanDifference(new(1, 1, 1), new(80, 48, 48), true).Interval());
}
