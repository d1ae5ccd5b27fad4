namespace UserOps.Segments.Audiences;

/// <summary>What is assumed of acting on an audience, such as writing to its members.</summary>
public sealed record ActionDefinition
{
    /// <summary>Orders per person that would not have been without the action; an assumption until a hold-out has measured it.</summary>
    public required double ExtraOrders { get; init; }

    /// <summary>The part of revenue that is left after the cost of goods, a fraction above 0 and up to 1.</summary>
    public required double Margin { get; init; }

    /// <summary>What acting costs per person: message, gift, staff.</summary>
    public required double CostPerPerson { get; init; }

    internal void Check()
    {
        if (!(ExtraOrders >= 0 && double.IsFinite(ExtraOrders)))
            throw new UserOpsException(FormattableString.Invariant(
                $"{ExtraOrders} extra orders per person cannot be; 0 or more is needed, such as 0.05 for one person in twenty."));
        if (!(Margin > 0 && Margin <= 1))
            throw new UserOpsException(FormattableString.Invariant($"A margin of {Margin} cannot be; a fraction above 0 and up to 1 is needed, such as 0.4."));
        if (!(CostPerPerson >= 0 && double.IsFinite(CostPerPerson)))
            throw new UserOpsException(FormattableString.Invariant($"A cost of {CostPerPerson} per person cannot be; 0 or more is needed."));
    }
}
