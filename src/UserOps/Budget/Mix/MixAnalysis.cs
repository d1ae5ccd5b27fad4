using UserOps.Data;
using UserOps.Statistics;

namespace UserOps.Budget;

/// <summary>What spend by channel brought, told from a table by week (media-mix model).</summary>
public static class MixAnalysis
{
    /// <summary>Fits base, trend, season, holidays, context and, for every channel, a curve with carry-over and saturation.</summary>
    /// <remarks>
    /// Y. Jin et al. (2017), "Bayesian methods for media mix modeling with carryover and shape effects", Google, for the form. Fitted by penalised least squares with coefficients of spend of zero or
    /// more. The assumption most often broken: that spend was not raised because sales were expected.
    /// </remarks>
    /// <exception cref="UserOpsException">A column is missing, a value blank, a spend negative, or the rows are not evenly spaced.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than ten periods a channel, or a spend never changes.</exception>
    public static MixResult Mix(this TypedTable table, MixDefinition definition)
    {
        var data = MixData.Read(table, definition);
        var fit = MixFit.Of(data, definition);
        double[] fitted = fit.Predict(data);
        MixFit[] draws = MixDraws.Draw(fit, fitted, definition.Replicates, definition.Seed);
        return new()
        {
            Definition = definition,
            Dates = data.Dates,
            StepDays = data.StepDays,
            Outcome = data.Outcome,
            Fitted = fitted,
            Channels = [.. data.Channels.Select((name, channel) => Channel(fit, draws, channel, definition.Level))],
            HoldOut = Judge(data, definition),
            Remarks = [.. data.Remarks, .. Collinearity.Notes(fit)],
        };
    }

    private static MixChannel Channel(MixFit fit, MixFit[] draws, int channel, double level)
    {
        double[] spend = fit.Data.Spend[channel];
        double total = spend.Sum(), mean = total / spend.Length;
        return new(fit.Data.Channels[channel], total, fit.Curve(channel))
        {
            Adstock = fit.Adstocks[channel],
            SpendByPeriod = spend,
            Draws = [.. draws.Select(draw => draw.Curve(channel))],
            Contribution = Estimate(one => one.Contributions[channel].Sum()),
            Return = Estimate(one => one.Contributions[channel].Sum() / total),
            Marginal = Estimate(one => one.Curve(channel).Marginal(mean)),
        };

        Estimate Estimate(Func<MixFit, double> number) => new(number(fit), draws.Length == 0 ? null : Bootstrap.Percentile(draws.Select(number), level));
    }

    private static MixHoldOut? Judge(MixData data, MixDefinition definition)
    {
        int seen = data.Count - definition.HoldOut;
        if (definition.HoldOut == 0 || seen < 10 * data.Channels.Length + data.Controls.Length)
            return null;
        double[] predicted = MixFit.Of(data.First(seen), definition).Predict(data)[seen..];
        int year = (int)Math.Round(364.0 / data.StepDays);
        return new(
            definition.HoldOut, Error(data.Outcome.AsSpan(seen), predicted),
            seen < year ? null : Error(data.Outcome.AsSpan(seen), data.Outcome.AsSpan(seen - year, definition.HoldOut)), predicted);
    }

    private static double Error(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted)
    {
        double sum = 0;
        for (int i = 0; i < actual.Length; i++)
            sum += Math.Abs(actual[i] - predicted[i]) / Math.Abs(actual[i]);
        return sum / actual.Length;
    }
}
