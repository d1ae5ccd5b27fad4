using MiniExcelLibs;
using UserOps.Data.Reading;

namespace UserOps.Data.Sources;

/// <summary>Excel workbooks (.xlsx): every sheet with a header row is a table.</summary>
internal static class WorkbookFile
{
    /// <summary>The tables of the workbook; empty sheets are none.</summary>
    /// <exception cref="UserOpsException">The file cannot be read, or no sheet has a header row.</exception>
    public static IReadOnlyList<TableSource> Sources(string path)
    {
        string file = Path.GetFileName(path), hash = ContentHash.Of(path);
        string[] sheets = [.. Guard(file, () => MiniExcel.GetSheetNames(path)).Where(sheet => HasRows(path, file, sheet))];
        return sheets.Length == 0
            ? throw new UserOpsException($"'{file}' has no sheet with a header row. Put the column names into the first row of the sheet.")
            : [.. sheets.Select(sheet => Source(path, sheets.Length == 1 ? file : $"{file} · {sheet}", sheets.Length == 1 ? Files.Stem(path) : sheet, sheet, hash))];
    }

    /// <summary>Runs a step of the workbook library and tells its many ways to fail as one.</summary>
    internal static T Guard<T>(string file, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception cause) when (cause is not (UserOpsException or OutOfMemoryException or OperationCanceledException))
        {
            throw new UserOpsException($"'{file}' cannot be read as a workbook: {cause.Message.TrimEnd('.')}. Open it in a spreadsheet program and save it again as .xlsx or CSV.", cause);
        }
    }

    private static bool HasRows(string path, string file, string sheet)
    {
        using var rows = new WorkbookRows(path, file, sheet);
        return rows.Header.Count > 0;
    }

    private static TableSource Source(string path, string label, string name, string sheet, string hash)
    {
        using var rows = new WorkbookRows(path, label, sheet);
        return new(label, name, rows.Header, hash, () => new WorkbookRows(path, label, sheet));
    }
}
