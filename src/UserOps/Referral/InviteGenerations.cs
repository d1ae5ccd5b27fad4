namespace UserOps.Referral;

/// <summary>A generation of the referral tree, over all the data.</summary>
/// <param name="Number">0: users whom nobody invited and who invited somebody; 1: invited by these; and so on.</param>
/// <param name="Users">How many users it has.</param>
/// <param name="WhoInvited">How many of them brought a user themselves.</param>
public sealed record InviteGeneration(int Number, int Users, int WhoInvited);

internal static class InviteGenerations
{
    public static IReadOnlyList<InviteGeneration> Of(InviteTree tree, int users)
    {
        bool[] invited = new bool[users];
        for (int user = 0; user < users; user++)
            if (tree.InviterOf(user) is var inviter and >= 0)
                invited[inviter] = true;
        var members = Enumerable.Range(0, users).Where(user => invited[user] || tree.InviterOf(user) >= 0);
        return [.. members.GroupBy(tree.GenerationOf).OrderBy(group => group.Key)
            .Select(group => new InviteGeneration(group.Key, group.Count(), group.Count(user => invited[user])))];
    }
}
