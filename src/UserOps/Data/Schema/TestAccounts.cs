using System.IO.Enumeration;
using UserOps.Data.Reading;

namespace UserOps.Data.Schema;

/// <summary>Leaves out the rows of test and internal accounts: those that a rule names, and those that the users table marks.</summary>
internal sealed class TestAccounts(IReadOnlyList<string> patterns)
{
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);

    /// <summary>Takes note of the users whose <c>is_test</c> is yes.</summary>
    public TestAccounts With(TypedTable? users)
    {
        if (users is null || !users.TryGet<FlagColumn>("is_test", out var flags) || !users.TryGet<TextColumn>("user_id", out var ids))
            return this;
        for (int row = 0; row < users.RowCount; row++)
            if (flags.Flags[row] == 1 && ids[row] is { } id)
                _marked.Add(id);
        return this;
    }

    /// <summary>The reading without the rows of these accounts.</summary>
    public TableReading LeaveOut(TableReading reading)
    {
        if (_marked.Count + patterns.Count == 0 || !reading.Table.TryGet<TextColumn>("user_id", out var ids))
            return reading;
        bool[] isTest = [.. ids.Words.Select(IsTest)];
        int[] kept = [.. Enumerable.Range(0, ids.Length).Where(row => ids.Codes[row] < 0 || !isTest[ids.Codes[row]])];
        if (kept.Length == ids.Length)
            return reading;
        var dropped = new Finding("test or internal account, excluded by rule", ids.Length - kept.Length, []);
        var left = reading.Keep(kept, dropped);
        return left with { Table = new(left.Table.Name, [.. left.Table.Columns.Select(WithoutUnused)]) };
    }

    private bool IsTest(string id) => _marked.Contains(id) || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false));

    /// <summary>Without the words that no row holds any more, or the accounts would still count as users.</summary>
    private static Column WithoutUnused(Column column) =>
        column is TextColumn text && text.Name == "user_id" ? TextColumn.From(text.Name, Enumerable.Range(0, text.Length).Select(row => text[row])) : column;
}
