using UserOps.Data;
using UserOps.Data.Privacy;
using UserOps.Features;
using UserOps.Segments.Audiences;
using UserOps.Segments.Lookalikes;

namespace UserOps.Tests.Segments.Lookalikes;

public class LookalikeTests
{
    // Members spend and visit more; of the users who do, only half are members yet.
    private static readonly FeatureTable Users = Simulated(2_000);

    private static FeatureTable Simulated(int count)
    {
        var random = new Random(5);
        bool[] alike = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < 0.3)];
        double[] visits = [.. alike.Select(yes => Math.Round((yes ? 12 : 6) + 4 * random.NextDouble()))];
        double[] noise = [.. alike.Select(_ => random.NextDouble())];
        sbyte[] joined = [.. alike.Select(yes => (sbyte)(yes && random.NextDouble() < 0.5 ? 1 : 0))];
        return FeatureTable.From(
            new("users",
            [
                TextColumn.From("id", alike.Select((_, row) => $"u{row:0000}")), new NumberColumn("visits", visits), new NumberColumn("noise", noise),
                new FlagColumn("joined", joined), new FlagColumn("alike", [.. alike.Select(yes => (sbyte)(yes ? 1 : 0))]),
            ]), "id");
    }

    private static AudienceMembers Joined => Users.Without("alike").Audience("club", Rule.Flag("joined").IsTrue);

    [Fact]
    public void Users_who_look_like_members_come_first()
    {
        var found = Joined.Lookalikes();
        int hidden = Users.Numbers("alike").Zip(Users.Numbers("joined")).Count(user => user is { First: 1, Second: 0 });
        var people = found.People(hidden, new ListIds.Plain());
        double right = people.Users.Ids.Average(id => Users.Numbers("alike")[Users.Ids.ToList().IndexOf(id)]);
        Assert.True(right > 0.98, $"{right:P1} of {hidden} are alike");
        Assert.DoesNotContain(people.Users.Ids, id => Joined.Users.Ids.Contains(id));
    }

    // Among the alike (30 %), members and others have equal features: the AUC is P(other is not alike) + P(other is alike) / 2.
    [Fact]
    public void The_area_is_what_chance_leaves()
    {
        double others = Users.Numbers("joined").Count(joined => joined == 0);
        double alike = Users.Numbers("alike").Zip(Users.Numbers("joined")).Count(user => user is { First: 1, Second: 0 });
        var auc = Joined.Lookalikes().Likeness.RocAuc(0.99);
        Assert.InRange((others - alike / 2) / others, auc.Interval!.Value.Lower, auc.Interval.Value.Upper);
    }

    [Fact]
    public void What_the_audience_was_chosen_by_is_not_used()
    {
        Assert.Equal(["visits", "noise"], Joined.Lookalikes().Features);
        var problem = Assert.Throws<UserOpsException>(() => Joined.Lookalikes(new() { Features = ["visits", "joined"] }));
        Assert.Contains("chosen by 'joined'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_that_say_nothing_are_called_so()
    {
        var found = Joined.Lookalikes(new() { Features = ["noise"] });
        Assert.Contains(found.Notes, note => note.Contains("no better than chance", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_name_a_seed_too_and_equal_runs_give_equal_scores()
    {
        var table = Users.Select("visits", "noise");
        var first = table.Lookalikes("club", [.. Joined.Users.Ids]);
        Assert.Equal(Joined.Lookalikes().Likeness.Scores, first.Likeness.Scores);
        Assert.Contains("not among", Assert.Throws<UserOpsException>(() => table.Lookalikes("club", ["nobody"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_of_a_few_people_is_refused()
    {
        var problem = Assert.Throws<InsufficientDataException>(() => Users.Lookalikes("few", [.. Users.Ids.Take(8)]));
        Assert.Contains("at least 20", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_only_numbered_unless_somebody_says_otherwise()
    {
        var table = Joined.Lookalikes().People(3, ListIds.FromKeyFile(""), "visits").ToTable();
        Assert.Equal(["person 1", "person 2", "person 3"], table.Rows.Select(row => row[0]));
        Assert.Equal(["Person", "likeness", "visits"], table.Columns.Select(column => column.Name));
    }
}
