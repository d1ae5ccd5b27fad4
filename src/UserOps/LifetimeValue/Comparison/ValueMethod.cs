namespace UserOps.LifetimeValue.Comparison;

/// <summary>One way to tell the value of customers: what it assumes, and how well it did on the hold-out.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Assumption">What must hold for it to be right.</param>
/// <param name="Errors">How far it was from what came; null where it could not be tried.</param>
/// <param name="Missing">Why it could not be tried; null where it could.</param>
public sealed record ValueMethod(string Name, string Assumption, ValueErrors? Errors, string? Missing)
{
    /// <summary>What was predicted for each customer, in the order of the histories; empty where the method could not be tried.</summary>
    public IReadOnlyList<double> Predicted { get; init; } = [];
}
