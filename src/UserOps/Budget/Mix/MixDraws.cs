using UserOps.Samples;

namespace UserOps.Budget;

/// <summary>The model fitted again to outcomes that might have been (the fitted ones with blocks of residuals drawn anew) and to beliefs moved by as much as they are unsure.</summary>
/// <remarks>
/// H. R. Künsch (1989), "The jackknife and the bootstrap for general stationary observations", Annals of Statistics 17: blocks of neighbouring residuals keep what one period hands on to the next.
/// Residuals are stretched by √(n ÷ (n − p)), since fitted ones are too small. Moving the beliefs with the data: J. M. Bardsley et al. (2014), "Randomize-then-optimize", SIAM Journal on Scientific
/// Computing 36; without it, curves that only the beliefs decide would look certain.
/// </remarks>
internal static class MixDraws
{
    /// <summary>Neighbouring periods in a block: two months of weeks.</summary>
    public const int Block = 8;

    public static MixFit[] Draw(MixFit fit, double[] fitted, int replicates, int seed)
    {
        double[] residuals = Residuals(fit, fitted);
        var fits = new MixFit[replicates];
        Parallel.For(0, replicates, replicate => fits[replicate] = Refit(fit, fitted, residuals, Chance.For(seed, Purpose.Resample, replicate)));
        return fits;
    }

    private static double[] Residuals(MixFit fit, double[] fitted)
    {
        double[] residuals = [.. fit.Data.Outcome.Zip(fitted, (actual, value) => actual - value)];
        int free = residuals.Length - fit.Basis.Rank - fit.Coefficients.Count(value => value > 0);
        double mean = residuals.Average(), stretch = Math.Sqrt((double)residuals.Length / Math.Max(1, free));
        return Array.ConvertAll(residuals, value => (value - mean) * stretch);
    }

    private static MixFit Refit(MixFit fit, double[] fitted, double[] residuals, Chance chance)
    {
        double[] outcome = Outcome(fitted, residuals, ref chance);
        return fit.Refit(outcome, ref chance);
    }

    private static double[] Outcome(double[] fitted, double[] residuals, ref Chance chance)
    {
        double[] outcome = [.. fitted];
        int block = Math.Min(Block, residuals.Length);
        for (int start = 0; start < outcome.Length; start += block)
        {
            int from = chance.Below(residuals.Length - block + 1);
            for (int i = 0; i < block && start + i < outcome.Length; i++)
                outcome[start + i] += residuals[from + i];
        }
        return outcome;
    }
}
