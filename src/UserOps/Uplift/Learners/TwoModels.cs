using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A model of the treated and one of those left alone.</summary>
internal sealed record TwoModels(LearnedModel Treated, LearnedModel Control) : IUpliftScorer
{
    public double[] Uplift(FeatureTable features) => [.. Treated.Score(features).Zip(Control.Score(features), (treated, alone) => treated - alone)];
}
