using UserOps.Display;

namespace UserOps.Campaigns;

/// <summary>The difference between treated and untreated units in one step, against the last step before the campaign.</summary>
/// <param name="Step">The first day of the step.</param>
/// <param name="Effect">The difference; 0 in the step of comparison.</param>
/// <param name="Interval">Its interval; null where units give none.</param>
/// <param name="IsBefore">Whether the step lies before the campaign.</param>
public sealed record EventStudyPoint(DateOnly Step, double Effect, Interval? Interval, bool IsBefore);

/// <summary>Whether treated and untreated units drifted apart before the campaign.</summary>
/// <param name="Slope">How far they drifted apart in a step, on the scale of the comparison.</param>
/// <param name="Interval">Its interval; null where units give none.</param>
/// <param name="PValue">Of no drift; null where units give none.</param>
public sealed record PreTrend(double Slope, Interval? Interval, double? PValue);

/// <summary>Differences step by step, and their trend before the campaign.</summary>
internal static class EventStudy
{
    private const int LeastSteps = 3;

    public static EventStudyPoint[] Of(double[][] values, PanelDesign design, double level)
    {
        var groups = new UnitGroups(design.Treated, design.Controls);
        return [.. design.Panel.Steps.Select((day, step) => Point(day, groups.Compare([.. values.Select(row => row[step] - row[design.Before - 1])], level), step < design.Before))];
    }

    /// <summary>The difference of the units' own slopes before the campaign: one number a unit, so that the test holds with few units. Null with fewer than three steps.</summary>
    public static PreTrend? PreTrend(double[][] values, PanelDesign design, double level)
    {
        if (design.Before < LeastSteps)
            return null;
        var compared = new UnitGroups(design.Treated, design.Controls).Compare([.. values.Select(row => Slope(row.AsSpan(0, design.Before)))], level);
        return new(compared.Difference, compared.Interval, compared.PValue);
    }

    private static EventStudyPoint Point(DateOnly day, UnitComparison compared, bool isBefore) => new(day, compared.Difference, compared.Interval, isBefore);

    private static double Slope(ReadOnlySpan<double> row)
    {
        double middle = (row.Length - 1) / 2.0, products = 0, squares = 0;
        for (int step = 0; step < row.Length; step++)
            (products, squares) = (products + (step - middle) * row[step], squares + (step - middle) * (step - middle));
        return products / squares;
    }
}
