using UserOps.Data;
using UserOps.Survival;
using UserOps.Testing;

namespace UserOps.Tests.Survival;

/// <summary>Survival data that the reference numbers belong to.</summary>
internal static class Spells
{
    /// <summary>432 released convicts, followed for a year to their arrest (Rossi, Berk and Lenihan 1980).</summary>
    public static SurvivalData Rossi() => SurvivalData.From(
        TypedTable.Open(PublicData.Path("survival/rossi.csv")), new() { Duration = "week", Event = "arrest", Unit = "weeks" });

    /// <summary>163 fruit flies in two groups (Walton).</summary>
    public static SurvivalData Waltons() => SurvivalData.From(
        TypedTable.Open(PublicData.Path("survival/waltons_dataset.csv")), new() { Duration = "T", Event = "E", Unit = "days" });

    /// <summary>7,043 customers of a telephone company.</summary>
    public static SurvivalData Telco() => SurvivalData.From(
        TypedTable.Open(PublicData.Path("telco-churn/Telco-Customer-Churn.csv.gz")),
        new() { Duration = "tenure", Event = "Churn", Id = "customerID", Unit = "months" });

    /// <summary>The same without the 11 who have not completed a month.</summary>
    public static SurvivalData TelcoFromTheFirstMonth()
    {
        var all = Telco();
        return all.Rows(row => all.Durations[row] > 0);
    }

    /// <summary>Remission of acute myelogenous leukaemia with and without maintenance (Miller 1981), 23 patients.</summary>
    public static SurvivalData Leukaemia() => SurvivalData.Of(
        [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
        [true, true, false, true, true, false, true, true, false, true, false, true, true, true, true, true, false, true, true, true, true, true, true],
        columns: new("aml",
        [
            TextColumn.From("x", [.. Enumerable.Repeat("Maintained", 11), .. Enumerable.Repeat("Nonmaintained", 12)]),
        ]));

    /// <summary>Weeks of remission of 42 children with leukaemia under 6-mercaptopurine or a placebo (Freireich et al. 1963, Blood 21).</summary>
    public static SurvivalData Freireich() => SurvivalData.Of(
        [10, 7, 32, 23, 22, 6, 16, 34, 32, 25, 11, 20, 19, 6, 17, 35, 6, 13, 9, 6, 10, 1, 22, 3, 12, 8, 17, 2, 11, 8, 12, 2, 5, 4, 15, 8, 23, 5, 11, 4, 1, 8],
        [.. "110111100000010011000".Select(mark => mark == '1'), .. Enumerable.Repeat(true, 21)],
        columns: new("remission", [TextColumn.From("arm", [.. Enumerable.Repeat("6-MP", 21), .. Enumerable.Repeat("placebo", 21)])]));

    /// <summary>60 persons with up to four spells each that follow each other, most of which end with the event, and a covariate that changes from spell to spell.</summary>
    /// <remarks>Made as <see cref="Generated"/> with seed 7. A person: x = round(2u − 1, 2), frailty = −ln u, end = 10 + ⌊20u⌋; a spell: z = ⌊3u⌋, time =
    /// ⌈−8 ln u ÷ frailty · e^(−0.5x − 0.3z)⌉ from the spell before, cut at the end; <c>number</c> counts the spells of a person.</remarks>
    public static SurvivalData Recurrent()
    {
        long state = 7;
        List<(string Id, int Number, double From, double To, bool Seen, double X, double Z)> rows = [];
        for (int id = 1; id <= 60; id++)
        {
            double x = Math.Round(2 * Next() - 1, 2), frailty = -Math.Log(Next()), now = 0, end = 10 + Math.Floor(20 * Next());
            for (int number = 1; number <= 4 && now < end; number++)
            {
                double z = Math.Floor(3 * Next()), wait = Math.Ceiling(8 * -Math.Log(Next()) / frailty * Math.Exp(-0.5 * x - 0.3 * z));
                rows.Add(($"p{id}", number, now, Math.Min(now + wait, end), now + wait <= end, x, z));
                now += wait;
            }
        }
        return SurvivalData.Of([.. rows.Select(row => row.To)], [.. rows.Select(row => row.Seen)], [.. rows.Select(row => row.From)],
            new("recurrent", [new NumberColumn("x", [.. rows.Select(row => row.X)]), new NumberColumn("z", [.. rows.Select(row => row.Z)]), new NumberColumn("number", [.. rows.Select(row => (double)row.Number)])]),
            [.. rows.Select(row => row.Id)]);

        double Next() => (state = state * 16807 % 2147483647) / 2147483647.0;
    }

    /// <summary>120 spells with late entry, many ties and censoring, made by the minimal standard generator (s ← 16807 s mod 2³¹ − 1, seed 42).</summary>
    /// <remarks>Five uniforms a row: entry = ⌊10u⌋, x = round(4u) − 2, z = round(u, 2), g = ⌊3u⌋ + 1, time = ⌈−12 ln u · e^(−0.4x)⌉ cut at 15 after the entry.
    /// The same lines in R made the data of the reference numbers.</remarks>
    public static SurvivalData Generated()
    {
        const int n = 120;
        long state = 42;
        double[] entry = new double[n], x = new double[n], z = new double[n], stop = new double[n];
        string[] g = new string[n];
        bool[] seen = new bool[n];
        for (int i = 0; i < n; i++)
        {
            entry[i] = Math.Floor(10 * Next());
            x[i] = Math.Round(4 * Next()) - 2;
            z[i] = Math.Round(Next(), 2);
            g[i] = Math.Floor(3 * Next() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            double time = Math.Ceiling(12 * -Math.Log(Next()) * Math.Exp(-0.4 * x[i]));
            (stop[i], seen[i]) = (entry[i] + Math.Min(time, 15), time <= 15);
        }
        return SurvivalData.Of(stop, seen, entry, new("generated", [new NumberColumn("x", x), new NumberColumn("z", z), TextColumn.From("g", g)]));

        double Next() => (state = state * 16807 % 2147483647) / 2147483647.0;
    }
}
