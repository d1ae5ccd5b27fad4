namespace UserOps.Campaigns;

/// <summary>What is measured in each unit and step of a panel.</summary>
public abstract record PanelMeasure
{
    private PanelMeasure() { }

    /// <summary>The measure in words, for captions and axes.</summary>
    internal abstract string Words { get; }

    /// <summary>How often an event happened.</summary>
    /// <param name="Name">The event's name.</param>
    public sealed record Events(string Name) : PanelMeasure
    {
        internal override string Words => $"events {Name}";
    }

    /// <summary>How many users did it at least once in the step.</summary>
    /// <param name="Name">The event's name.</param>
    public sealed record ActiveUsers(string Name) : PanelMeasure
    {
        internal override string Words => $"users with {Name}";
    }

    /// <summary>How many users were first seen.</summary>
    public sealed record NewUsers : PanelMeasure
    {
        internal override string Words => "new users";
    }

    /// <summary>How many orders were placed.</summary>
    public sealed record Orders : PanelMeasure
    {
        internal override string Words => "orders";
    }

    /// <summary>Revenue after refunds.</summary>
    public sealed record NetRevenue : PanelMeasure
    {
        internal override string Words => "net revenue";
    }
}
