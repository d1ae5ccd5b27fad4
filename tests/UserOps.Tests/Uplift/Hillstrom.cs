using UserOps.Data;
using UserOps.Testing;
using UserOps.Uplift;

namespace UserOps.Tests.Uplift;

/// <summary>Hillstrom's e-mail experiment of 2008: 64,000 customers, two arms and one left alone.</summary>
internal static class Hillstrom
{
    public const string Mens = "Mens E-Mail", Womens = "Womens E-Mail", Alone = "No E-Mail";
    private static readonly Lazy<TypedTable> Opened = new(() => TypedTable.Open(PublicData.Path("hillstrom/hillstrom.csv.gz")));

    public static TypedTable Table => Opened.Value;

    public static UpliftTableDefinition Asked(string outcome) =>
        new("segment", outcome) { Control = Alone, NotKnown = [.. new[] { "visit", "conversion", "spend" }.Where(name => name != outcome)] };

    public static AssignedUsers Users(string outcome = "visit") => WideUsers.Of(Table, Asked(outcome));

    /// <summary>Scores of the users of an arm and of those left alone.</summary>
    public static UpliftScores Scores(string arm, Func<AssignedUsers, double[]> score, string outcome = "visit")
    {
        var users = Users(outcome);
        users = users.Rows(users.RowsOf(0, users.Arms.ToList().IndexOf(arm)));
        return new(score(users), [.. users.ArmOf.Select(one => one != 0)], users.Outcomes);
    }
}
