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

    internal static string LevelWords => $"{PurchaseModelFit.Level * 100:0} % profile likelihood intervals";

    internal static Table Table(string title, IReadOnlyList<ModelParameter> parameters, string caption) => new(
        title,
        [
            new("Parameter", Format.Text), new("Estimate", Format.Number(4)), new("Standard error", Format.Number(4)),
            new("Lower", Format.Number(4)), new("Upper", Format.Number(4)), new("On boundary", Format.Flag),
        ],
        parameters.Select(one => new object?[]
        {
            one.Name, one.Estimate, one.StandardError, one.Interval.Lower, double.IsInfinity(one.Interval.Upper) ? null : one.Interval.Upper, one.IsOnBoundary,
        }),
        caption);

    internal static string BoundaryNote(IReadOnlyList<ModelParameter> parameters) =>
        $"On the boundary: {string.Join(", ", parameters.Where(one => one.IsOnBoundary).Select(one => one.Name))}. The likelihood keeps rising as they go to 0 or to infinity, "
            + "so a simpler model fits as well. Read what the model expects of customers, not these numbers.";
}
