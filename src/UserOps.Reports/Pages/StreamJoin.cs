using UserOps.Notebooks.Documents;

namespace UserOps.Reports.Pages;

/// <summary>Joins pieces of one stream that follow each other, as a terminal would show them.</summary>
internal static class StreamJoin
{
    public static IReadOnlyList<CellOutput> Join(IEnumerable<CellOutput> outputs)
    {
        List<CellOutput> joined = [];
        foreach (var output in outputs)
            if (output is CellOutput.Stream next && joined is [.., CellOutput.Stream last] && last.IsError == next.IsError)
                joined[^1] = last with { Text = last.Text + next.Text };
            else
                joined.Add(output);
        return joined;
    }
}
