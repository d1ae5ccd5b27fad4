using UserOps.Activity;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>Who left in the horizon after a cut-off.</summary>
internal static class ChurnLabels
{
    public static bool[] Of(Dataset data, FeatureTable features, ChurnDefinition definition)
    {
        long cutOff = features.CutOff!.Value.Ticks, end = data.Calendar.StartOf(features.Definition!.CutOff!.Value.AddDays(definition.HorizonDays).DayNumber);
        return definition.By == Leaving.ContractEnd ? WithoutContract(data, features, end) : Silent(data, features, definition, cutOff, end);
    }

    private static bool[] Silent(Dataset data, FeatureTable features, ChurnDefinition definition, long cutOff, long end)
    {
        var after = QualifyingEvents.Of(data, definition.Activity).Between(cutOff, end);
        return [.. features.Ids.Select(id => after[data.Users.Find(id)].IsEmpty)];
    }

    private static bool[] WithoutContract(Dataset data, FeatureTable features, long end)
    {
        var contracts = Contracts.Needed(data, end);
        return [.. features.Ids.Select(id => contracts[data.Users.Find(id)] < 0)];
    }

    /// <summary>Reads the target column of a ready table; rows without a target are left out.</summary>
    public static (int[] Rows, bool[] Left) Of(TypedTable table, ChurnTableDefinition definition)
    {
        Func<int, bool?> leftAt = table.Get<Column>(definition.Target) switch
        {
            FlagColumn flag => row => flag.Flags[row] < 0 ? null : flag.Flags[row] == 1,
            NumberColumn number => row => OfNumber(number, row),
            TextColumn text => OfText(text, definition.Left),
            _ => throw new UserOpsException($"The target '{definition.Target}' is a moment; yes and no, 1 and 0, or two words are needed."),
        };
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => leftAt(row) is not null)];
        return (rows, [.. rows.Select(row => leftAt(row)!.Value)]);
    }

    private static bool? OfNumber(NumberColumn number, int row) => number.Values[row] switch
    {
        0 => false,
        1 => true,
        double.NaN => null,
        var other => throw new UserOpsException($"The target '{number.Name}' is {other} in row {row + 1}; 1 (left) or 0 (stayed) is needed. Name another column."),
    };

    private static Func<int, bool?> OfText(TextColumn text, string? left)
    {
        string[] words = [.. text.Codes.Where(code => code >= 0).Distinct().Select(code => text.Words[code]).Order(StringComparer.Ordinal)];
        if (left is null || !words.Contains(left, StringComparer.Ordinal))
            throw new UserOpsException($"The target '{text.Name}' holds words ({string.Join(", ", words.Take(5))}); name the one that stands for having left in "
                + $"{nameof(ChurnTableDefinition.Left)}{(left is null ? "" : $": '{left}' is none of them")}.");
        int code = text.CodeOf(left);
        return row => text.Codes[row] < 0 ? null : text.Codes[row] == code;
    }
}
