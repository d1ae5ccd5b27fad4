using System.IO.Hashing;
using System.Text;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Reports.Metrics;

/// <summary>A hash of what a notebook computes: of its code cells but for the parameters, whose values are compared by themselves. Equal for equal code, whatever the file is called.</summary>
internal static class CodeHash
{
    public static string Of(NotebookDocument notebook) => Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(string.Join('\0',
        notebook.Cells.Where(cell => cell.IsCode && !cell.Tags.Contains(ParameterCell.Tag)).Select(cell => cell.Source.TrimEnd())))));
}
