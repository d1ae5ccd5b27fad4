namespace UserOps.LifetimeValue;

/// <summary>What is asked about the value of customers from now on.</summary>
public sealed record CustomerValueDefinition
{
    /// <summary>How many months ahead, 1 or more.</summary>
    public int Months { get; init; } = 12;

    /// <summary>How much less money is worth a year later, a fraction of 0 or more.</summary>
    public double AnnualDiscount { get; init; } = 0.1;

    /// <summary>How purchases are summed up; see <see cref="CustomerHistoryDefinition"/>.</summary>
    public CustomerHistoryDefinition Histories { get; init; } = new();
}
