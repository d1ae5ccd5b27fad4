using UserOps.Data;
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
}
