using UserOps.Display;

namespace UserOps.Reports.Delivery;

/// <summary>The tables that a report shows, in reading order; one that is shown again unchanged counts once.</summary>
internal static class ReportTables
{
    public static IReadOnlyList<DeliveredTable> Of(NotebookReport report) =>
        [.. report.Bundles.Where(bundle => bundle[MimeBundle.Data] is null).DistinctBy(bundle => bundle[MimeBundle.Tables] ?? Guid.NewGuid().ToString()).SelectMany(DeliveredTable.In)];

    /// <summary>What a reader must know of a table that has more rows than travel; null where all are there.</summary>
    public static string? Remark(DeliveredTable table) => table.TotalRows > table.Table.Rows.Count
        ? FormattableString.Invariant($"the first {table.Table.Rows.Count:N0} of {table.TotalRows:N0} rows; the notebook's own WriteCsv writes all")
        : null;
}
