using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Audiences;

namespace UserOps.Uplift;

/// <summary>People with what is expected of contacting them.</summary>
internal static class UpliftPeople
{
    public static PeopleList Of(
        UpliftResult result, FeatureTable users, PredictedUplift predicted, UpliftOffer offer, ListIds names, string title, string rule, int[] rows)
    {
        var uplift = result.All.IsBinary ? Format.Points() : Format.Number();
        List<(Feature Feature, Column Column)> columns =
        [
            (new("expected uplift", "by how much the contact changes the outcome", uplift), new NumberColumn("expected uplift", [.. rows.Select(row => predicted.Best[row])])),
            (new("expected gain", "uplift × value less the cost", Format.Money(offer.Currency)), new NumberColumn("expected gain", [.. rows.Select(row => offer.Gain(predicted.Best[row]))])),
        ];
        if (result.All.HasSeveralArms)
            columns.Insert(0, (new("arm", "the arm that changes most", Format.Text), TextColumn.From("arm", rows.Select(row => result.All.Arms[predicted.Arms[row]]))));
        var people = users.Rows(rows);
        return new()
        {
            Title = title,
            Rule = $"{rule}; {offer.Terms}",
            Ids = names,
            Users = people.With([.. people.Ids], [.. columns.Select(one => one.Feature)], [.. columns.Select(one => one.Column)]),
        };
    }
}
