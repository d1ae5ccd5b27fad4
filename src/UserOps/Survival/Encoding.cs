using UserOps.Data;

namespace UserOps.Survival;

/// <summary>How covariates become numbers: one entry a number.</summary>
/// <param name="Columns">The numbers' names and origins.</param>
internal sealed record Encoding(EncodedColumn[] Columns)
{
    private const int MostWords = 50;

    /// <summary>The encoding that fits a table.</summary>
    /// <exception cref="UserOpsException">No covariate, a column that is missing or unfit, or an unknown reference.</exception>
    public static Encoding Of(TypedTable table, IReadOnlyList<Covariate> covariates)
    {
        if (covariates.Count == 0)
            throw new UserOpsException("No covariate is named; at least one is needed. The columns are: " + string.Join(", ", table.Columns.Select(column => column.Name)) + ".");
        if (covariates.GroupBy(covariate => covariate.Column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UserOpsException($"Covariate '{twice.Key}' is named {twice.Count()} times; name it once.");
        if (covariates.FirstOrDefault(covariate => !table.TryGet<Column>(covariate.Column, out _)) is { } absent)
            throw new MissingDataException($"The spells have no column '{absent.Column}'. They have: {string.Join(", ", table.Columns.Select(column => column.Name))}.");
        return new([.. covariates.SelectMany((covariate, term) => Of(table.Get<Column>(covariate.Column), covariate, term))]);
    }

    /// <summary>The numbers of a table, row by row; NaN where a value is missing.</summary>
    /// <exception cref="UserOpsException">A column is missing or holds a word that the encoding does not know.</exception>
    public double[] Apply(TypedTable table)
    {
        double[] values = new double[table.RowCount * Columns.Length];
        foreach (var (place, column) in Columns.Index())
            column.Write(table.Get<Column>(column.Covariate.Column), values, place, Columns.Length);
        foreach (var words in Columns.Where(column => column.Word is not null).GroupBy(column => column.Covariate.Column))
            CheckWords(table.Get<TextColumn>(words.Key), [words.First().Reference!, .. words.Select(column => column.Word!)]);
        return values;
    }

    private static IEnumerable<EncodedColumn> Of(Column column, Covariate covariate, int term) => column switch
    {
        NumberColumn or FlagColumn => [new(covariate, term, null, null)],
        TextColumn text => Words(text, covariate, term),
        _ => throw new UserOpsException($"Column '{column.Name}' is a {column.GetType().Name}; numbers, yes/no or words are needed for a covariate."),
    };

    private static IEnumerable<EncodedColumn> Words(TextColumn text, Covariate covariate, int term)
    {
        var counts = text.Codes.Where(code => code >= 0).CountBy(code => code).ToDictionary();
        string[] words = [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => text.Words[pair.Key], StringComparer.Ordinal).Select(pair => text.Words[pair.Key])];
        if (words.Length < 2)
            throw new InsufficientDataException($"{words.Length} value in column '{text.Name}'", "two or more", "Leave the column out: it cannot tell users apart.");
        if (words.Length > MostWords)
            throw new UserOpsException($"Column '{text.Name}' has {words.Length} words; at most {MostWords} can be covariates. Join rare words first.");
        string reference = covariate.Reference ?? words[0];
        if (!words.Contains(reference, StringComparer.Ordinal))
            throw new MissingDataException($"Column '{text.Name}' has no word '{reference}' to compare with. It has: {string.Join(", ", words)}.");
        return words.Where(word => word != reference).Order(StringComparer.Ordinal).Select(word => new EncodedColumn(covariate, term, word, reference));
    }

    private static void CheckWords(TextColumn column, string[] known)
    {
        if (column.Codes.Where(code => code >= 0).Distinct().Select(code => column.Words[code]).FirstOrDefault(word => !known.Contains(word, StringComparer.Ordinal)) is { } strange)
            throw new UserOpsException($"Column '{column.Name}' holds '{strange}', which the model has not seen. It knows: {string.Join(", ", known)}.");
    }
}

/// <summary>A number of the encoding.</summary>
/// <param name="Covariate">The covariate that it comes from.</param>
/// <param name="Term">The covariate's number.</param>
/// <param name="Word">The word that it marks; null for numbers and yes/no.</param>
/// <param name="Reference">The word that the others are compared with; null for numbers and yes/no.</param>
internal sealed record EncodedColumn(Covariate Covariate, int Term, string? Word, string? Reference)
{
    /// <summary>The name in tables.</summary>
    public string Name => Word is null ? Covariate.Column : $"{Covariate.Column} = {Word}";

    /// <summary>Writes the number of every row into a place of the rows.</summary>
    public void Write(Column column, double[] values, int place, int width)
    {
        int code = column is TextColumn text ? text.CodeOf(Word ?? "") : -1;
        for (int row = 0; row < column.Length; row++)
            values[row * width + place] = column switch
            {
                NumberColumn numbers => numbers.Values[row],
                FlagColumn flags => flags.Flags[row] < 0 ? double.NaN : flags.Flags[row],
                TextColumn words => words.Codes[row] < 0 ? double.NaN : words.Codes[row] == code ? 1 : 0,
                _ => throw new UserOpsException($"Column '{column.Name}' is a {column.GetType().Name}; numbers, yes/no or words are needed for a covariate."),
            };
    }
}
