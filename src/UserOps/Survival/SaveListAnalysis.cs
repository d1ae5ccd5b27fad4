using UserOps.Churn;
using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Survival;

/// <summary>Whom to act on, by the hazard of leaving.</summary>
public static class SaveListAnalysis
{
    /// <summary>The users who are still there and for whom an offer pays, by the chance that they leave within a horizon from where they were last seen.</summary>
    /// <param name="model">A fitted model.</param>
    /// <param name="data">The spells of the users; those that ended with the event are gone.</param>
    /// <param name="offer">What the offer costs, how often it saves, and what a saved user brings.</param>
    /// <param name="within">The horizon, in the unit of the data, above 0.</param>
    /// <param name="names">How people are named; numbered when absent.</param>
    /// <exception cref="InsufficientDataException">Nobody is left for whom the model can look so far ahead.</exception>
    public static SaveList SaveList(this ISurvivalModel model, SurvivalData data, RetentionOffer offer, double within, ListIds? names = null)
    {
        offer.Check();
        if (!(within > 0 && double.IsFinite(within)))
            throw new UserOpsException(FormattableString.Invariant($"A horizon of {within} was asked for; a number above 0 is needed."));
        var prediction = model.Predict(data.Columns);
        int[] present = Present(data);
        double[] risks = Array.ConvertAll(present, row => prediction.RiskWithin(row, Age(data, row), within));
        int[] known = [.. Enumerable.Range(0, present.Length).Where(i => double.IsFinite(risks[i]))];
        if (known.Length == 0)
            throw new InsufficientDataException(
                $"{present.Length} users still there, none with a prediction {within} {data.Unit} ahead".TrimEnd(), "at least one",
                "Ask for a shorter horizon, or take a model with a formula for time (AcceleratedTime).");
        double[] values = offer.Values([.. known.Select(i => data.Ids[present[i]]!)]);
        var listed = known.Zip(values, (i, value) => new Candidate(present[i], risks[i], value, offer.Gain(risks[i], value)))
            .Where(one => one.Gain > 0).OrderByDescending(one => one.Gain).ThenBy(one => data.Ids[one.Row], StringComparer.Ordinal).ToArray();
        int reach = offer is { Budget: { } budget, Cost: > 0 } ? (int)Math.Min(listed.Length, Math.Floor(budget / offer.Cost + 1e-9)) : listed.Length;
        return new()
        {
            Offer = offer,
            Model = model,
            Data = data,
            Within = within,
            Present = present.Length,
            Predicted = known.Length,
            Worthwhile = listed.Length,
            ExpectedLeavers = listed.Take(reach).Sum(one => one.Risk),
            Profit = listed.Take(reach).Sum(one => one.Gain),
            People = People(data, offer, listed[..reach], names ?? new ListIds.Numbers(), within),
        };
    }

    /// <summary>The last spell of every user who has not had the event.</summary>
    private static int[] Present(SurvivalData data) =>
        [.. Enumerable.Range(0, data.Count).GroupBy(row => data.Ids.Codes[row]).Where(rows => rows.All(row => !data.Events[row])).Select(rows => rows.MaxBy(row => data.Durations[row]))];

    // Seen on a day of life, a user may have left with it: the chance counts from the end of the day before.
    private static double Age(SurvivalData data, int row) => data.Standing is { } standing ? standing.AgeWhenSeen(row) - 1 : data.Durations[row];

    private static PeopleList People(SurvivalData data, RetentionOffer offer, Candidate[] listed, ListIds names, double within)
    {
        var features = new List<(Feature Feature, Column Column)>
        {
            (new("age", data.InUnit("time lasted when last seen"), Format.Number(0)), Numbers("age", one => data.Standing?.AgeWhenSeen(one.Row) ?? data.Durations[one.Row])),
            (new("probability", FormattableString.Invariant($"probability of leaving within {within} {data.Unit} of that"), Format.Percent()), Numbers("probability", one => one.Risk)),
            (new("value", "margin of a saved user", offer.Money), Numbers("value", one => one.Value)),
            (new("expected gain", "probability × save rate × value less the cost", Format.Money(offer.Currency)), Numbers("expected gain", one => one.Gain)),
        };
        if (data.Standing is { } standing)
            features.Insert(1, (new("silent days", "whole days since", Format.Count), Numbers("silent days", one => standing.SilentDays(one.Row))));
        return new()
        {
            Title = "Whom to make the offer",
            Rule = $"still there, expected gain above 0, the greatest first; {offer.Terms}",
            Ids = names,
            Users = new([.. listed.Select(one => data.Ids[one.Row]!)], [.. features.Select(pair => pair.Feature)], new("people", [.. features.Select(pair => pair.Column)])),
        };

        NumberColumn Numbers(string name, Func<Candidate, double> value) => new(name, Array.ConvertAll(listed, one => value(one)));
    }

    private readonly record struct Candidate(int Row, double Risk, double Value, double Gain);
}
