namespace UserOps.Referral;

/// <summary>Who invited whom: each user's inviter and generation, links that close a circle cut.</summary>
internal sealed class InviteTree
{
    private const int Unknown = -1;

    private readonly int[] _inviters;
    private readonly int[] _generations;

    private InviteTree(int[] inviters)
    {
        _inviters = inviters;
        _generations = new int[inviters.Length];
        Array.Fill(_generations, Unknown);
    }

    /// <summary>How many links were cut because they lead back to the user.</summary>
    public int CutLinks { get; private set; }

    /// <summary>The inviter of a user, −1 for none.</summary>
    public int InviterOf(int user) => _inviters[user];

    /// <summary>0 for a user whom nobody invited, else one more than the inviter's.</summary>
    public int GenerationOf(int user) => _generations[user];

    public static InviteTree Of(IReadOnlyList<int> referrers)
    {
        var tree = new InviteTree([.. referrers]);
        tree.CutCircles();
        List<int> path = [];
        for (int user = 0; user < referrers.Count; user++)
            tree.SetGenerations(user, path);
        return tree;
    }

    /// <summary>The size of each tree, its first inviter included; users who neither invited nor were invited are none.</summary>
    public int[] TreeSizes()
    {
        int[] roots = new int[_inviters.Length], sizes = new int[_inviters.Length];
        foreach (int user in Enumerable.Range(0, roots.Length).OrderBy(user => _generations[user]))
        {
            roots[user] = _inviters[user] < 0 ? user : roots[_inviters[user]];
            sizes[roots[user]]++;
        }
        return [.. sizes.Where(size => size > 1)];
    }

    /// <summary>Walks up from each user; a walk that meets itself has found a circle.</summary>
    private void CutCircles()
    {
        int[] walk = new int[_inviters.Length];
        for (int start = 0; start < walk.Length; start++)
        {
            int user = start;
            for (; user >= 0 && walk[user] == 0; user = _inviters[user])
                walk[user] = start + 1;
            if (user >= 0 && walk[user] == start + 1)
                CutCircle(user);
        }
    }

    private void CutCircle(int user)
    {
        while (_inviters[user] is var inviter and >= 0)
        {
            _inviters[user] = -1;
            CutLinks++;
            user = inviter;
        }
    }

    private void SetGenerations(int user, List<int> path)
    {
        path.Clear();
        for (; user >= 0 && _generations[user] == Unknown; user = _inviters[user])
            path.Add(user);
        int generation = user < 0 ? -1 : _generations[user];
        for (int i = path.Count - 1; i >= 0; i--)
            _generations[path[i]] = ++generation;
    }
}
