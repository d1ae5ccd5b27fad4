using UserOps.Data;
using UserOps.Experiments;
using UserOps.Experiments.Metrics;

namespace UserOps.Tests.Experiments;

/// <summary>Small experiments made by hand.</summary>
internal static class Trials
{
    public static readonly ExperimentMetric Paid = new ExperimentMetric.Share("Payers", new Measure.Events("pay"));

    /// <summary>An export with exposures at noon of a day.</summary>
    public static Dataset Of(IReadOnlyList<(string User, string Arm, int Day)> exposures, IEnumerable<EventRow> events, IEnumerable<OrderRow>? orders = null)
    {
        var tables = new Dictionary<TableKind, TypedTable>(RecordTables.Make(null, events, orders))
        {
            [TableKind.Exposures] = new("exposures",
            [
                TextColumn.From("user_id", exposures.Select(one => one.User)), TextColumn.From("variant", exposures.Select(one => one.Arm)),
                new TimeColumn("at", [.. exposures.Select(one => Journeys.Noon(one.Day).Ticks)]),
            ]),
        };
        return Dataset.FromTables(tables);
    }

    /// <summary>So many users in each arm, exposed at noon of day 0 to 9 in turn, of whom so many pay an hour later; one event on day 40 ends the data.</summary>
    public static Dataset Payers(int control, int controlPayers, int treatment, int treatmentPayers)
    {
        (string User, string Arm, int Day)[] exposures =
        [
            .. Enumerable.Range(0, control).Select(i => ($"c{i}", "control", i % 10)), .. Enumerable.Range(0, treatment).Select(i => ($"t{i}", "treatment", i % 10)),
        ];
        IEnumerable<EventRow> pays = exposures.Where(one => int.Parse(one.User[1..], System.Globalization.CultureInfo.InvariantCulture) < (one.Arm == "control" ? controlPayers : treatmentPayers))
            .Select(one => new EventRow(one.User, "pay", Journeys.Noon(one.Day).AddHours(1)));
        return Of(exposures, [new("c0", "visit", Journeys.Noon(-5)), .. pays, new("c0", "visit", Journeys.Noon(40))]);
    }

    /// <summary>A wide table of an arm and a number.</summary>
    public static TypedTable Wide(IReadOnlyList<(string Arm, double Value)> rows) => new("trial",
        [TextColumn.From("arm", rows.Select(row => row.Arm)), new NumberColumn("value", [.. rows.Select(row => row.Value)])]);

    public static ExperimentTableDefinition Table(TypedTable table) => new("arm") { Metrics = table.Metrics("value") };
}
