using UserOps.Experiments.Exact;

namespace UserOps.Tests.Experiments.Exact;

public class WaldRatesTests
{
    [Fact]
    public void Nineteen_of_53_against_13_of_47_match_R()
    {
        // R 4.2.2: prop.test(c(13, 19), c(47, 53), correct = FALSE)$conf.int.
        var effect = WaldRates.Between(new(19, 53), new(13, 47));
        Assert.Equal(-0.2636163357, effect.Interval.Lower, 1e-9);
        Assert.Equal(0.09982669296, effect.Interval.Upper, 1e-9);
    }

    [Fact]
    public void Tables_without_a_standard_error_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => WaldRates.Between(new(0, 10), new(10, 10)));
        Assert.Throws<InsufficientDataException>(() => WaldRates.Between(new(0, 10), new(0, 10)));
    }
}
