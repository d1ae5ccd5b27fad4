namespace UserOps.Reports.Delivery;

/// <summary>What can be delivered beside the page of a report.</summary>
public enum DeliveryFormat
{
    /// <summary>One workbook: the key numbers, then a sheet for each table.</summary>
    Xlsx,
    /// <summary>A CSV file for each table.</summary>
    Csv,
    /// <summary>A summary of one page in Markdown.</summary>
    Md,
    /// <summary>A still picture of each chart, for e-mail.</summary>
    Png,
    /// <summary>The page as PDF; needs an installed Chromium, Chrome or Edge.</summary>
    Pdf,
}
