namespace UserOps.Samples;

/// <summary>A kind of content, and how it leads on to products.</summary>
/// <param name="Name">The identifier in the export.</param>
/// <param name="Prefix">How ids of this kind begin.</param>
/// <param name="Pieces">How many there are.</param>
/// <param name="ProductFactor">What it multiplies the step from content to a product with.</param>
internal sealed record ContentKind(string Name, char Prefix, int Pieces, double ProductFactor);

/// <summary>What users read and say, and whom they invite.</summary>
internal sealed class Community(Shop shop, Tiers tiers)
{
    /// <summary>The probability that an invitation brings a new user.</summary>
    public const double Acceptance = 0.25;

    /// <summary>The delay of an accepted invitation is log-normal: its median in days and the standard deviation of its logarithm.</summary>
    public const double DelayMedianDays = 1.5, DelayLogDeviation = 0.9;

    public const int LikePoints = 1, CommentPoints = 3, SharePoints = 2, InvitedPoints = 20, DailyPointsCap = 20;

    public static readonly ContentKind[] Kinds = [new("value", 'v', 60, 1.0), new("emotion", 'e', 35, 0.6), new("promotion", 'p', 25, 1.6)];

    private static readonly int Pieces = Kinds.Sum(kind => kind.Pieces);

    /// <summary>What the step from content to a product is multiplied with on average: every piece is read equally often.</summary>
    public static readonly double MeanProductFactor = Kinds.Sum(kind => kind.Pieces * kind.ProductFactor) / Pieces;

    private int _read;

    /// <summary>How much the content read last leads on to products.</summary>
    public double ProductFactor => KindOf(_read).ProductFactor;

    /// <summary>The kind of a piece, numbered from 0 over all kinds.</summary>
    public static ContentKind KindOf(int piece)
    {
        int kind = 0;
        for (int before = 0; piece >= before + Kinds[kind].Pieces; kind++)
            before += Kinds[kind].Pieces;
        return Kinds[kind];
    }

    /// <summary>Reads a piece, or answers to the one just read.</summary>
    public EventRow Interact(EventRow row, ref Chance chance)
    {
        if (row.Step == Step.ViewContent)
            _read = chance.Below(Pieces);
        else
            Answer(row);
        return row with { Content = (short)(_read + 1) };
    }

    /// <summary>Sends an invitation; if it is accepted the friend signs up after a while.</summary>
    public EventRow Invite(EventRow row, ref Chance chance)
    {
        int invitation = (int)++shop.Tally.Invitations;
        double days = DelayMedianDays * PortableMath.Exp(DelayLogDeviation * chance.Normal());
        if (chance.Happens(Acceptance) && days < shop.Options.Days)
            shop.Agenda.Add(new(row.Time + 60 + (int)(days * DaySpan.Seconds), row.User, Errand.SignUp, invitation));
        return row with { Invitation = invitation };
    }

    /// <summary>Thanks the user who invited somebody.</summary>
    public void Reward(int inviter, int time) => tiers.AddPoints(inviter, time, InvitedPoints);

    private void Answer(EventRow row)
    {
        ref var member = ref shop.Members[row.User];
        member.Mark(Marks.InCommunity);
        int day = row.Time / DaySpan.Seconds, points = row.Step switch { Step.Like => LikePoints, Step.Comment => CommentPoints, _ => SharePoints };
        if (member.CommunityDay != day)
            (member.CommunityDay, member.CommunityPoints) = (day, 0);
        points = Math.Min(points, DailyPointsCap - member.CommunityPoints);
        member.CommunityPoints += points;
        tiers.AddPoints(row.User, row.Time, points);
    }
}
