using System.Globalization;
using System.IO.Hashing;
using System.Text;
using UserOps.Notebooks.Documents;
using UserOps.Reports.Metrics;

namespace UserOps.Reports.Runs;

/// <summary>Sums up a report for <c>run.json</c>.</summary>
internal static class NotebookRecords
{
    public static NotebookRecord Of(NotebookReport report, NotebookDocument source) => new(report.Name, report.Status)
    {
        Title = report.Title,
        Code = CodeHash(source),
        Parameters = report.Run.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToDictionary(parameter => parameter.Name, ParameterJson.Of),
        Seed = Seed(report),
        DataHash = report.Data?.Hash,
        Seconds = Math.Round(report.Run.Elapsed.TotalSeconds, 3),
        FailedCell = FailureText.Cell(report.Run),
        Reason = report.Reason,
        Blanks = report.LeftBlank,
    };

    private static string CodeHash(NotebookDocument source) =>
        Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(string.Join("\n\0", source.Cells.Where(cell => cell.IsCode).Select(cell => cell.Source)))));

    private static long? Seed(NotebookReport report) =>
        report.Run.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("seed", StringComparison.OrdinalIgnoreCase))?.Value is IConvertible value and not string
            ? value.ToInt64(CultureInfo.InvariantCulture)
            : null;
}
