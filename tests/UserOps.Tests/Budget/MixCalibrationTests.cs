using UserOps.Budget;
using UserOps.Display;
using UserOps.Testing;

namespace UserOps.Tests.Budget;

/// <summary>How often 95 % intervals of the mix hold what each channel truly brought.</summary>
public class MixCalibrationTests(ITestOutputHelper output)
{
    [SlowFact]
    public void Intervals_with_two_years_of_weeks() => Cover(104, 0);

    [SlowFact]
    public void Intervals_with_four_years_of_weeks() => Cover(208, 0);

    [SlowFact]
    public void Intervals_with_three_years_of_weeks_and_channels_that_go_together() => Cover(156, 0.6);

    private void Cover(int weeks, double together)
    {
        const int runs = 80;
        Dictionary<string, int> held = [];
        for (int run = 0; run < runs; run++)
        {
            var truth = SimulatedMix.Make(weeks, 1_000 + run, tvFollowsSearch: together);
            var found = truth.Table.Mix(SimulatedMix.Definition(80) with { Seed = run });
            for (int channel = 0; channel < 2; channel++)
            {
                Count($"{SimulatedMix.Channels[channel]}, brought", found.Channels[channel].Contribution.Interval, truth.Contributions[channel]);
                Count($"{SimulatedMix.Channels[channel]}, one more", found.Channels[channel].Marginal.Interval, truth.Marginal(channel));
            }
        }
        output.WriteLine($"{weeks} weeks, together {together}, {runs} runs");
        foreach (var (name, count) in held)
            output.WriteLine(FormattableString.Invariant($"{name}: {(double)count / runs:0.00}"));
        Assert.All(held, one => Assert.InRange((double)one.Value / runs, 0.85, 1));

        void Count(string name, Interval? interval, double value) => held[name] = held.GetValueOrDefault(name) + (interval!.Value.Contains(value) ? 1 : 0);
    }
}
