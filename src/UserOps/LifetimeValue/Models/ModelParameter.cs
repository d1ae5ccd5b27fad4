using UserOps.Display;
using UserOps.Statistics;

namespace UserOps.LifetimeValue.Models;

/// <summary>An estimated positive parameter of a model.</summary>
/// <param name="Name">Its symbol in the literature.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error by the delta method; null on the boundary.</param>
/// <param name="Interval">Its profile likelihood interval: from 0 or to infinity where the data set no limit.</param>
/// <param name="IsOnBoundary">Whether the likelihood rises as the parameter goes to 0 or infinity: the estimate is then only where the search ended.</param>
public sealed record ModelParameter(string Name, double Estimate, double? StandardError, Interval Interval, bool IsOnBoundary)
{
    /// <summary>The parameters of a likelihood that takes their logarithms.</summary>
    internal static IReadOnlyList<ModelParameter> Of(LikelihoodMaximum maximum, IReadOnlyList<string> names, double level)
    {
        double[] errors = maximum.StandardErrors;
        return [.. names.Select((name, i) =>
        {
            double estimate = Math.Exp(maximum.Parameters[i]);
            var logs = MaximumLikelihood.Profile(maximum, i, level);
            return new ModelParameter(name, estimate, double.IsNaN(errors[i]) ? null : estimate * errors[i],
                new(Math.Exp(logs.Lower), Math.Exp(logs.Upper), level), maximum.IsOnBoundary[i]);
        })];
    }
}
