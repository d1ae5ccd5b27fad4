namespace UserOps.Budget;

/// <summary>What is asked of a table with one row a week (or another fixed step): which spend moved the outcome.</summary>
/// <param name="Outcome">The column of what was reached, such as <c>revenue</c>.</param>
/// <param name="Spend">The columns of what was spent by channel.</param>
public sealed record MixDefinition(string Outcome, params IReadOnlyList<string> Spend)
{
    /// <summary>The column of dates; the first one of moments when null.</summary>
    public string? Date { get; init; }

    /// <summary>Further columns that move the outcome and are no spend: competitors, prices, campaigns without cost; words become one flag each.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>Holidays: each gets an effect of its own.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Pairs of waves that describe the season of a year, 0 to 6; left out where the table is shorter than two years.</summary>
    public int SeasonWaves { get; init; } = 2;

    /// <summary>How effects last.</summary>
    public AdstockKind Adstock { get; init; }

    /// <summary>How effects level off.</summary>
    public SaturationKind Saturation { get; init; }

    /// <summary>How many of the last periods the model is judged on without having seen them; 0 for none.</summary>
    public int HoldOut { get; init; } = 26;

    /// <summary>How often residuals are drawn anew for intervals; 0 for none.</summary>
    public int Replicates { get; init; } = 100;

    /// <summary>From how many points the search starts, at least 1.</summary>
    public int Starts { get; init; } = 4;

    /// <summary>The confidence level of intervals, between 0 and 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of starts and draws.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>How effects last.</summary>
public enum AdstockKind
{
    /// <summary><see cref="Adstock.Geometric"/>.</summary>
    Geometric,
    /// <summary><see cref="Adstock.WeibullCdf"/>.</summary>
    WeibullCdf,
    /// <summary><see cref="Adstock.WeibullPdf"/>.</summary>
    WeibullPdf,
}

/// <summary>How effects level off.</summary>
public enum SaturationKind
{
    /// <summary><see cref="Saturation.Hill"/>.</summary>
    Hill,
    /// <summary><see cref="Saturation.MichaelisMenten"/>.</summary>
    MichaelisMenten,
}

/// <summary>A holiday that returns on the same day of every year, or on the days given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Days">Its days; a period counts that holds one of them.</param>
public sealed record Holiday(string Name, params IReadOnlyList<DateOnly> Days)
{
    /// <summary>A holiday on the same day of every year.</summary>
    public static Holiday Yearly(string name, int month, int day) => new(name, [.. Enumerable.Range(1990, 80).Select(year => new DateOnly(year, month, day))]);

    /// <summary>A holiday written as <c>christmas=12-25</c>, every year, or <c>spring=2024-02-10,2025-01-29</c>.</summary>
    /// <exception cref="UserOpsException">The text is no such thing.</exception>
    public static Holiday Parse(string text)
    {
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && DateOnly.TryParseExact(parts[1], "MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var yearly))
            return Yearly(parts[0], yearly.Month, yearly.Day);
        DateOnly[] days = [.. (parts.Length == 2 ? parts[1] : "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var found) ? found : throw Odd())];
        return days.Length > 0 ? new(parts[0], days) : throw Odd();

        UserOpsException Odd() => new($"'{text}' is no holiday. Write a name and a day of every year, as in christmas=12-25, or days, as in spring=2024-02-10,2025-01-29.");
    }
}
