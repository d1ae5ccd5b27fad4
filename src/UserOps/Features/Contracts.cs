using UserOps.Data;

namespace UserOps.Features;

/// <summary>The memberships (contracts, subscriptions, tiers) that users hold at a moment: of each user the latest that began before it, where it had not ended.</summary>
internal sealed class Contracts
{
    private readonly KnownRows _spans;
    private readonly long[]? _ends;
    private readonly long _moment;

    private Contracts(KnownRows spans, long moment) =>
        (_spans, _ends, _moment) = (spans, spans.Table.TryGet<TimeColumn>("to", out var to) ? to.Ticks : null, moment);

    /// <summary>The table of memberships.</summary>
    public TypedTable Table => _spans.Table;

    /// <summary>The row of the membership that a user holds, −1 without one.</summary>
    public int this[int user] => _spans[user] is [.., var latest] && !HasEnded(latest) ? latest : -1;

    /// <summary>Null where the export has no memberships.</summary>
    public static Contracts? At(Dataset data, long moment) =>
        data.Has(TableKind.Memberships) ? new(KnownRows.Of(data, TableKind.Memberships, "from", moment), moment) : null;

    /// <summary>Contracts of which some can end.</summary>
    /// <exception cref="MissingDataException">The export has no memberships, or they have no end.</exception>
    public static Contracts Needed(Dataset data, long moment) => At(data, moment) is { _ends: not null } contracts ? contracts : throw new MissingDataException(
        $"Users under contract were asked for; the export has {(data.Has(TableKind.Memberships) ? "memberships without a column 'to'" : "no memberships")}. "
        + "Add a file with user_id, tier, from and to, one row a contract, 'to' empty while it runs.");

    private bool HasEnded(int span) => _ends is not null && _ends[span] != TimeColumn.Missing && _ends[span] < _moment;
}
