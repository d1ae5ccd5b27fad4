using UserOps.Data;

namespace UserOps.Activation;

/// <summary>What a new user must do to count as activated.</summary>
public abstract record ActivationGoal
{
    private ActivationGoal() { }

    /// <summary>Any of the named events, at or after the user was first seen.</summary>
    /// <param name="Names">The names of the events, at least one.</param>
    public sealed record Event(params IReadOnlyList<string> Names) : ActivationGoal;

    /// <summary>An order of more than nothing.</summary>
    public sealed record FirstOrder : ActivationGoal;

    /// <summary>Any event on a later local day than the first.</summary>
    public sealed record SecondActiveDay : ActivationGoal;

    /// <summary>The goal in words, for captions.</summary>
    internal string Describe() => this switch
    {
        Event named => "event " + string.Join(" or ", named.Names),
        FirstOrder => "first order",
        _ => "active on a second day",
    };

    /// <summary>The first order where the export has orders and something before them to start from; else a second active day.</summary>
    internal static ActivationGoal Default(Dataset data) =>
        data.Has(TableKind.Orders) && (data.Has(TableKind.Events) || data.HasSignups) ? new FirstOrder() : new SecondActiveDay();
}
