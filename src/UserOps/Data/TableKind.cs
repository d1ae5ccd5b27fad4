namespace UserOps.Data;

/// <summary>The tables that an export may hold, named as the field names them.</summary>
public enum TableKind
{
    /// <summary>One row a person.</summary>
    Users,
    /// <summary>One row something a user did.</summary>
    Events,
    /// <summary>One row an order or an order line.</summary>
    Orders,
    /// <summary>One row a contact that the company made.</summary>
    Touches,
    /// <summary>One row a campaign or a channel-period.</summary>
    Campaigns,
    /// <summary>One row a user assigned to a variant.</summary>
    Exposures,
    /// <summary>One row a tier held in a span.</summary>
    Memberships,
    /// <summary>One row a goal for a metric.</summary>
    Targets,
}
