using UserOps.Display;

namespace UserOps.Survival;

/// <summary>A Cox model in words.</summary>
internal static class CoxWords
{
    public static IEnumerable<string> Of(CoxResult model)
    {
        yield return $"Cox, {model.Definition.Ties switch { Ties.Efron => "Efron's ties", Ties.Breslow => "Breslow's ties", _ => "exact ties" }}";
        if (model.Definition.Strata is { } strata)
            yield return $"baseline by {strata}";
        yield return Level(model.Definition);
    }

    public static string Level(CoxDefinition definition) => Format.Percent(0).Write(definition.Level) + " intervals"
        + (definition.Errors == CoxErrors.Robust ? $", robust over {definition.Cluster ?? "users"}" : "");

    private const int FewUsers = 50;

    public static IEnumerable<string> Notes(CoxResult model)
    {
        var concordance = model.Concordance;
        yield return FormattableString.Invariant(
            $"Concordance {concordance.Value:0.000} (std. error {concordance.StandardError:0.000}) on the data of the fit; {model.LikelihoodRatio}.");
        string[] references = [.. model.References().Distinct()];
        if (references.Length > 0)
            yield return $"Compared with {string.Join(", ", references)}.";
        if (model.Count < model.Data.Count)
            yield return $"Left out: {Caption.Count(model.Data.Count - model.Count)} of {Caption.Count(model.Data.Count)} spells without a value of every covariate or stratum.";
        if (model.Definition.Errors == CoxErrors.Robust && model.Clusters.Distinct().Count() < FewUsers)
            yield return $"Robust errors come from {model.Clusters.Distinct().Count()} clusters; below {FewUsers} they are too small, so prefer those of the model, or take a higher level.";
        if (model.EventCount < 10 * model.Coefficients.Count)
            yield return $"Few events: {model.EventCount} for {model.Coefficients.Count} coefficients; below ten each, intervals are too narrow and effects too large.";
    }
}
