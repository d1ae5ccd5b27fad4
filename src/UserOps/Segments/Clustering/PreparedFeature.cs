using System.Globalization;

namespace UserOps.Segments.Clustering;

/// <summary>A feature with what is done to it before users are compared: filled, freed of skew, scaled.</summary>
/// <param name="Name">The name of the feature.</param>
/// <param name="Meaning">What it measures, in words.</param>
/// <param name="Power">The λ of the Yeo-Johnson transformation: 1 leaves values as they are, 0 is ln(1 + x).</param>
/// <param name="Centre">What is taken off after the transformation.</param>
/// <param name="Scale">What is divided by then; above 0.</param>
/// <param name="Fill">The value that stands in for a missing one: the median.</param>
/// <param name="Missing">How many users lacked it when the clusters were made.</param>
public sealed record PreparedFeature(string Name, string Meaning, double Power, double Centre, double Scale, double Fill, int Missing)
{
    /// <summary>The correction of skew in words.</summary>
    public string Correction => Power switch
    {
        1 => "as it is",
        0 => "ln(1 + x)",
        _ => string.Create(CultureInfo.InvariantCulture, $"Yeo-Johnson, λ = {Power:0.##}"),
    };

    /// <summary>The value by which users are compared.</summary>
    /// <param name="value">The value of the feature, NaN where missing.</param>
    public double Apply(double value) => (YeoJohnson.Transform(double.IsNaN(value) ? Fill : value, Power) - Centre) / Scale;
}

/// <summary>A feature that users are not compared by, and why.</summary>
/// <param name="Name">The name of the feature.</param>
/// <param name="Reason">Why it is left out, in words.</param>
public sealed record UnusedFeature(string Name, string Reason);
