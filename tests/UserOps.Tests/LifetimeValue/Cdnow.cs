using System.Globalization;
using UserOps.Data;
using UserOps.LifetimeValue;
using UserOps.Testing;

namespace UserOps.Tests.LifetimeValue;

/// <summary>The CDNOW tenth: purchases of 2,357 customers from 1997-01-01 to 1998-06-30 (Fader and Hardie).</summary>
internal static class Cdnow
{
    /// <summary>The log of purchases as an export of orders.</summary>
    public static Dataset Log => Dataset.Open(PublicData.Path("cdnow/CDNOW_sample.txt"), new OpenOptions
    {
        ColumnNames = ["master_id", "customer_id", "date", "cds", "amount"],
        Map = ["orders.user_id=customer_id"],
        UseCache = false,
    }, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Histories of the log to 1997-09-30, and the 39 weeks after it.</summary>
    public static CustomerHistoryResult Summary { get; } = Log.CustomerHistories(new() { CalibrationEnd = new(1997, 9, 30) });

    /// <summary>The histories as published, times rounded to two decimals.</summary>
    public static CustomerHistories Rounded { get; } = Read(PublicData.Path("cdnow/cdnow_customers_summary.csv"));

    private static CustomerHistories Read(string path)
    {
        double[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        return CustomerHistories.FromColumns(TimeUnit.Week, [.. rows.Select(row => row[0].ToString(CultureInfo.InvariantCulture))],
            [.. rows.Select(row => row[1])], [.. rows.Select(row => row[2])], [.. rows.Select(row => row[3])]);
    }
}
