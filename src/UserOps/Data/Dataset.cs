using UserOps.Data.Privacy;
using UserOps.Data.Reading;
using UserOps.Display;
using UserOps.Time;

namespace UserOps.Data;

/// <summary>An export, opened: users, events, orders and the other tables under canonical names, in one numbering of users.</summary>
public sealed partial class Dataset
{
    private readonly TableSet _tables;
    private readonly DatasetStores _stores;
    private readonly Lazy<Period> _observed;
    private readonly OpenedExport _export;
    private readonly Lazy<QualityReport> _quality;
    private readonly Lazy<DataIdentity> _identity;

    private Dataset(IReadOnlyDictionary<TableKind, TypedTable> tables, OpenedExport export, Calendar calendar, PersonalDataRule personalData)
    {
        _tables = new(tables, export.Unfit);
        _export = export;
        _quality = new(() => QualityFinder.Report(export, calendar));
        _identity = new(() => QualityFinder.Identity(export, calendar));
        _stores = new(_tables, personalData);
        Calendar = calendar;
        PersonalData = personalData;
        _observed = new(() => HasActivity ? ObservedDays.Of(Activity, calendar, Period) : Period);
    }

    /// <summary>Makes a dataset of tables with canonical columns.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="calendar">The calendar of the report; UTC and weeks from Monday when absent.</param>
    /// <param name="personalData">Whether personal columns are masked.</param>
    public static Dataset FromTables(
        IReadOnlyDictionary<TableKind, TypedTable> tables, Calendar? calendar = null, PersonalDataRule personalData = PersonalDataRule.Mask) =>
        InMemory(personalData == PersonalDataRule.Show ? tables : tables.ToDictionary(pair => pair.Key, pair => PersonalColumns.Mask(pair.Value).Table),
            calendar ?? Calendar.Utc, personalData);

    /// <summary>Makes a dataset of records in memory.</summary>
    public static Dataset From(
        IEnumerable<UserRow>? users = null, IEnumerable<EventRow>? events = null, IEnumerable<OrderRow>? orders = null, Calendar? calendar = null) =>
        FromTables(RecordTables.Make(users, events, orders), calendar);

    /// <summary>The calendar of the report: time zone and first day of week.</summary>
    public Calendar Calendar { get; }

    /// <summary>Whether personal data are masked.</summary>
    public PersonalDataRule PersonalData { get; }

    /// <summary>All users of all tables.</summary>
    public UserIndex Users => _stores.Users;

    /// <summary>Sign-up, channel, referrer and profile by user.</summary>
    public UserStore Profiles => _stores.Profiles.Value;

    /// <summary>What users did.</summary>
    /// <exception cref="UserOpsException">The export has no events.</exception>
    public EventStore Events => _stores.Events.Value;

    /// <summary>What users bought.</summary>
    /// <exception cref="UserOpsException">The export has no orders.</exception>
    public OrderStore Orders => _stores.Orders.Value;

    /// <summary>Whether the export records what users did, as events or orders.</summary>
    public bool HasActivity => _stores.HasActivity;

    /// <summary>The events, or where the export has only orders, the orders as events named <c>order</c>.</summary>
    /// <exception cref="MissingDataException">The export has neither.</exception>
    public EventStore Activity => _stores.Activity.Value;

    /// <summary>Whether the export has this table.</summary>
    public bool Has(TableKind kind) => _tables.Has(kind);

    /// <summary>A table under canonical column names.</summary>
    /// <exception cref="UserOpsException">The export has no such table.</exception>
    public TypedTable Table(TableKind kind) => _tables.Need(kind);

    /// <summary>The user of each row of a table, −1 where it names none.</summary>
    internal int[] UserOfRow(TableKind kind) => _stores.UserOfRow(kind);

    /// <summary>The same dataset with the ids of all users replaced by pseudonyms: equal ids get equal pseudonyms under one key.</summary>
    /// <param name="key">A secret of at least 16 bytes; keep it to recognise users in a later export, destroy it to cut the tie.</param>
    /// <exception cref="UserOpsException">The key is too short or too uniform.</exception>
    /// <remarks>HMAC-SHA-256 (RFC 2104), its first 80 bits in base32. Other columns stay as they are.</remarks>
    public Dataset Pseudonymize(string key)
    {
        var pseudonyms = new Pseudonyms(key);
        return InMemory(_tables.All.ToDictionary(pair => pair.Key, pair => pseudonyms.Replace(pair.Value)), Calendar, PersonalData);
    }

    /// <summary>The local days that the activity (events, else orders, else sign-ups) covers, from the first to the last, the last one included.</summary>
    public Period Period
    {
        get
        {
            (long first, long last) = _stores.Span.Value;
            return new(DateOnly.FromDayNumber(Calendar.DayOf(first)), DateOnly.FromDayNumber(Calendar.DayOf(last) + 1));
        }
    }

    /// <summary>The days of <see cref="Period"/> that the data cover in full: without a last day that breaks off.</summary>
    /// <remarks>The last day breaks off when it ends at an earlier hour than every one of the (7 to 28) active days before it.</remarks>
    public Period Observed => _observed.Value;

    /// <summary>When each user was first seen: sign-up where the export says it, else the first event or order; UTC ticks.</summary>
    public TimeColumn FirstSeen => _stores.FirstSeen.Value;

    /// <summary>Whether the export says when any user signed up.</summary>
    public bool HasSignups => Has(TableKind.Users) && Array.Exists(Profiles.SignupAt.Ticks, ticks => ticks != TimeColumn.Missing);

    /// <summary>The moments, in UTC ticks, at which a period begins and ends.</summary>
    public (long From, long To) Ticks(Period period) => (Calendar.StartOf(period.Start.DayNumber), Calendar.StartOf(period.End.DayNumber));

    private static Dataset InMemory(IReadOnlyDictionary<TableKind, TypedTable> tables, Calendar calendar, PersonalDataRule personalData) =>
        new(tables, QualityFinder.InMemory(tables.Values), calendar, personalData);
}
