using MathNet.Numerics;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Contracts;

/// <summary>Minus the log-likelihood of durations under a retention law, with its gradient, on the logarithms of the parameters.</summary>
internal sealed class ContractLikelihood(ContractDurations durations, bool hasShape)
{
    private const int Parameters = 3;

    /// <summary>The law of a point of the search.</summary>
    public RetentionLaw Law(ReadOnlySpan<double> point) => new(Math.Exp(point[0]), Math.Exp(point[1]), hasShape ? Math.Exp(point[2]) : 1);

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var law = Law(point);
        double likelihood = 0, before = 0;
        Span<double> now = stackalloc double[Parameters], past = stackalloc double[Parameters];
        gradient.Clear();
        for (int period = 1; period <= durations.Periods; period++)
        {
            double log = law.LogSurvival(period);
            LogGradient(law, period, now);
            if (durations.Ended[period - 1] is var ended and > 0)
                likelihood += ended * AddEnd(gradient, ended, log - before, past, now) + ended * before;
            if (durations.Open[period - 1] is var open and > 0)
            {
                likelihood += open * log;
                for (int i = 0; i < gradient.Length; i++)
                    gradient[i] -= open * now[i];
            }
            before = log;
            now.CopyTo(past);
        }
        return -likelihood;
    }

    /// <summary>The logarithm of the share that ends in a period of those who came into it.</summary>
    private static double AddEnd(Span<double> gradient, long ended, double step, ReadOnlySpan<double> past, ReadOnlySpan<double> now)
    {
        double ends = -SpecialFunctions.Expm1(step), stays = 1 - ends;
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] -= ended * (past[i] - stays * now[i]) / ends;
        return Math.Log(ends);
    }

    /// <summary>The gradient of log S(t) by log α, log β, log c.</summary>
    private static void LogGradient(RetentionLaw law, int period, Span<double> gradient)
    {
        (double alpha, double beta, double shape) = law;
        double age = law.Age(period), byAge = LogGammaStep.Slope(beta + age, alpha);
        gradient[0] = -alpha * LogGammaStep.Slope(alpha + beta, age);
        gradient[1] = beta * (age <= alpha ? LogGammaStep.Slope(beta, age) - LogGammaStep.Slope(alpha + beta, age) : LogGammaStep.Slope(beta, alpha) - byAge);
        gradient[2] = -byAge * age * Math.Log(period) * shape;
    }
}
