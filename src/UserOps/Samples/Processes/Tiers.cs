namespace UserOps.Samples;

/// <summary>Growth points and the member tiers that they reach: one point for each yuan paid, some for each contribution; points do not decay.</summary>
internal sealed class Tiers(Shop shop)
{
    public static readonly (string Name, int Points)[] Ladder = [("basic", 0), ("silver", 100), ("gold", 400), ("diamond", 1_200)];

    private readonly CsvFile _file = shop.Files.Open(Layouts.Memberships);

    /// <summary>Adds points; a tier that is left is written with its span.</summary>
    public void AddPoints(int user, int time, int points)
    {
        ref var member = ref shop.Members[user];
        member.Points += points;
        int tier = member.Tier, day = time / DaySpan.Seconds;
        while (tier + 1 < Ladder.Length && member.Points >= Ladder[tier + 1].Points)
            tier++;
        if (tier == member.Tier)
            return;
        Write(user, member, day);
        (member.Tier, member.TierFrom) = ((byte)tier, day);
    }

    /// <summary>Writes the tiers that are held at the end.</summary>
    public void Close()
    {
        for (int user = 0; user < shop.Count; user++)
            Write(user, shop.Members[user], -1);
    }

    private void Write(int user, in Member member, int to)
    {
        if (to == member.TierFrom || !_file.Window.Knows(member.TierFrom * DaySpan.Seconds))
            return;
        _file.User(user);
        _file.Text(Ladder[member.Tier].Name);
        _file.Date(member.TierFrom);
        _file.DateOrBlank(_file.Window.Knows(to * DaySpan.Seconds) ? to : -1);
        _file.EndRow();
    }
}
