using CsCheck;
using UserOps.Referral;

namespace UserOps.Tests.Referral;

public class InviteTreeTests
{
    /// <summary>Who invited each of 2 to 30 users, −1 for nobody; circles and users who invite themselves may come.</summary>
    private static Gen<int[]> Links { get; } = Gen.Int[2, 30].SelectMany(n => Gen.Int[-1, n - 1].Array[n]);

    [Fact]
    public void Generations_and_sizes_equal_those_of_a_walk_from_every_user() => Links.Sample(links =>
    {
        var tree = InviteTree.Of(links);
        int?[] above = [.. links.Select((inviter, user) => inviter < 0 || IsInCircle(links, user) ? (int?)null : inviter)];
        Assert.Equal(above.Select((_, user) => Depth(above, user)), above.Select((_, user) => tree.GenerationOf(user)));
        var sizes = above.Select((_, user) => Root(above, user)).GroupBy(root => root).Select(members => members.Count());
        Assert.Equal(sizes.Where(size => size > 1).Order(), tree.TreeSizes().Order());
        Assert.Equal(links.Where((_, user) => IsInCircle(links, user)).Count(), tree.CutLinks);
    }, iter: 500);

    [Fact]
    public void Sizes_add_up_to_roots_and_invited_users() => Links.Sample(links =>
    {
        var tree = InviteTree.Of(links);
        int[] sizes = tree.TreeSizes();
        Assert.Equal(sizes.Length + links.Where((_, user) => tree.InviterOf(user) >= 0).Count(), sizes.Sum());
        Assert.Equal(sizes.Sum(), InviteGenerations.Of(tree, links.Length).Sum(generation => generation.Users));
    }, iter: 500);

    [Fact]
    public void Numbering_users_otherwise_changes_nothing() => Gen.Select(Links, Gen.Int).Sample((links, seed) =>
    {
        int[] number = [.. Enumerable.Range(0, links.Length)];
        new Random(seed).Shuffle(number);
        int[] renumbered = new int[links.Length];
        for (int user = 0; user < links.Length; user++)
            renumbered[number[user]] = links[user] < 0 ? -1 : number[links[user]];
        var (one, other) = (InviteTree.Of(links), InviteTree.Of(renumbered));
        Assert.Equal(links.Select((_, user) => one.GenerationOf(user)), links.Select((_, user) => other.GenerationOf(number[user])));
        Assert.Equal((one.CutLinks, string.Join(',', one.TreeSizes().Order())), (other.CutLinks, string.Join(',', other.TreeSizes().Order())));
    }, iter: 500);

    [Fact]
    public void A_long_chain_and_a_long_circle_are_walked_without_recursion()
    {
        const int length = 1_000_000;
        int[] chain = [.. Enumerable.Range(0, length).Select(user => user + 1 < length ? user + 1 : -1)];
        Assert.Equal(length - 1, InviteTree.Of(chain).GenerationOf(0));
        chain[^1] = 0;
        Assert.Equal((length, 0), (InviteTree.Of(chain).CutLinks, InviteTree.Of(chain).GenerationOf(0)));
    }

    private static bool IsInCircle(int[] links, int user)
    {
        int at = links[user];
        for (int steps = 0; steps < links.Length && at >= 0 && at != user; steps++)
            at = links[at];
        return at == user;
    }

    private static int Depth(int?[] above, int user) => above[user] is { } next ? 1 + Depth(above, next) : 0;

    private static int Root(int?[] above, int user) => above[user] is { } next ? Root(above, next) : user;
}
