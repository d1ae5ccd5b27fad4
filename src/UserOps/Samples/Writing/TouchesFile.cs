namespace UserOps.Samples;

/// <summary>Writes messages, a row a message with how far it got.</summary>
internal sealed class TouchesFile(CsvFile file)
{
    private static readonly string[] Outcomes = ["sent", "opened", "clicked", "unsubscribed", "complained"];

    public void Write(int user, int time, string campaign, int channel, Outcome outcome)
    {
        if (!file.Window.Holds(time))
            return;
        file.User(user);
        file.Time(time);
        file.Text(campaign);
        file.Text(Contacts.ChannelNames[channel]);
        file.Text(Outcomes[(int)outcome]);
        file.EndRow();
    }
}
