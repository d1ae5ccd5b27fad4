namespace UserOps.Tests.Survival;

/// <summary>Compares lists of numbers, each within a share of what is expected.</summary>
internal static class Numbers
{
    public static void Close(double[] expected, double[] actual, double share = 1e-8)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Math.Abs(pair.First) * share + 1e-10));
    }
}
