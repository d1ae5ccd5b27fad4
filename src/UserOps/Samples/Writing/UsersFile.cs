namespace UserOps.Samples;

/// <summary>Writes users. Names, phones and addresses are plainly made up: no such number range, and the domain reserved for examples.</summary>
internal sealed class UsersFile(CsvFile file)
{
    private const int RepeatEvery = 1_000;
    private const long NoSuchPhone = 10_000_000_000;

    /// <summary>Rows written twice.</summary>
    public long Duplicates { get; private set; }

    public void Write(int user, in Member member, int inviter)
    {
        WriteOnce(user, member, inviter);
        if (user % RepeatEvery != RepeatEvery / 2)
            return;
        Duplicates++;
        WriteOnce(user, member, inviter);
    }

    /// <summary>Writes a test account.</summary>
    public void WriteTest(int account)
    {
        file.Text(EventsFile.TestId(account));
        file.Time(9 * 3_600);
        file.Text("internal");
        for (int column = 3; column < Layouts.Users.Columns.Length; column++)
            file.Blank();
        file.EndRow();
    }

    private void WriteOnce(int user, in Member member, int inviter)
    {
        if (!file.Window.Knows(member.SignupAt))
            return;
        file.User(user);
        file.Time(member.SignupAt);
        file.Text(Channels.All[member.Channel].Name);
        file.UserOrBlank(inviter);
        file.Text(Profiles.Platforms[member.Platform].Name);
        file.Text(file.Dress.Gender(member.Gender));
        file.Number(member.BirthYear);
        file.Text(file.Dress.Region(member.Region));
        file.Text(file.Dress.PersonName(user));
        file.Number(NoSuchPhone + user + 1);
        file.Text(FormattableString.Invariant($"user{user + 1}@example.com"));
        file.Text(file.Dress.Flag(member.Is(Marks.OptedIn)));
        file.EndRow();
    }
}
