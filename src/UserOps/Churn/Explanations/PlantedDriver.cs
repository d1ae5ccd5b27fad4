using UserOps.Display;

namespace UserOps.Churn;

/// <summary>What makes the users of a made-up sample leave, beside what the model makes of it.</summary>
/// <param name="Name">The driver, in the words of the sample's truth.</param>
/// <param name="Planted">What it adds to the logarithm of the hazard of leaving.</param>
/// <param name="Change">By how much the mean probability of the model moves with it, a fraction; null where the model has no such feature.</param>
/// <param name="Interval">The interval of the change over users.</param>
public sealed record PlantedDriver(string Name, double Planted, double? Change, Interval? Interval)
{
    /// <summary>Whether the model moves as planted; null where nothing was planted or the model does not use it.</summary>
    public bool? IsSameWay => Planted == 0 || Change is null or 0 ? null : Math.Sign(Change.Value) == Math.Sign(Planted);
}
