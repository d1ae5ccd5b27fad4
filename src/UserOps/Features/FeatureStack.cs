using UserOps.Data;

namespace UserOps.Features;

/// <summary>Puts the rows of several feature tables with equal columns under each other.</summary>
internal static class FeatureStack
{
    public static FeatureTable Of(IReadOnlyList<FeatureTable> tables)
    {
        var columns = tables[0].Columns.Columns.Select(column => Join([.. tables.Select(table => table.Columns.Get<Column>(column.Name))]));
        return tables[0].With([.. tables.SelectMany(table => table.Ids)], tables[0].Features, [.. columns]);
    }

    private static Column Join(Column[] parts) => parts[0] switch
    {
        NumberColumn number => number with { Values = [.. parts.SelectMany(part => ((NumberColumn)part).Values)] },
        FlagColumn flag => flag with { Flags = [.. parts.SelectMany(part => ((FlagColumn)part).Flags)] },
        _ => TextColumn.From(parts[0].Name, parts.SelectMany(part => ((TextColumn)part).Codes.Select(code => code < 0 ? null : ((TextColumn)part).Words[code]))),
    };
}
