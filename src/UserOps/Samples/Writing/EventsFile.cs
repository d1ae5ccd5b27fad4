using System.Globalization;

namespace UserOps.Samples;

/// <summary>Writes events, clean and dirty.</summary>
internal sealed class EventsFile(CsvFile file)
{
    private static readonly string[] Contents = MakeContentIds();

    /// <summary>The id of a test account.</summary>
    public static string TestId(int account) => string.Create(CultureInfo.InvariantCulture, $"test_{account:D2}");

    public void Write(EventRow row)
    {
        if (!file.Window.Holds(row.Time))
            return;
        file.User(row.User);
        WriteRest(row);
    }

    public void WriteWithoutUser(EventRow row)
    {
        if (!file.Window.Holds(row.Time))
            return;
        file.Blank();
        WriteRest(row);
    }

    public void WriteTest(int account, EventRow row)
    {
        if (!file.Window.Holds(row.Time))
            return;
        file.Text(TestId(account));
        WriteRest(row);
    }

    /// <summary>Writes a row that was cut off after the second field.</summary>
    public void WriteBroken(EventRow row)
    {
        if (!file.Window.Holds(row.Time))
            return;
        file.User(row.User);
        file.Text(SessionPaths.Names[(int)row.Step]);
        file.EndRow();
    }

    /// <summary>Writes the event once more as a device with a broken clock reports it.</summary>
    public void WriteWithBrokenClock(EventRow row)
    {
        if (!file.Window.Holds(row.Time))
            return;
        file.User(row.User);
        file.Text(SessionPaths.Names[(int)row.Step]);
        file.BrokenClock();
        WriteProperties(row);
    }

    private void WriteRest(EventRow row)
    {
        file.Text(SessionPaths.Names[(int)row.Step]);
        file.Time(row.Time);
        WriteProperties(row);
    }

    private void WriteProperties(EventRow row)
    {
        file.Text(Profiles.Platforms[row.Platform].Name);
        if (row.Invitation > 0)
            file.Id('I', row.Invitation);
        else
            file.Text(Contents[row.Content]);
        file.Text(row.Content > 0 ? Community.KindOf(row.Content - 1).Name : "");
        file.Text(row.Product > 0 ? Catalogue.Products[row.Product - 1].Id : "");
        file.Text(Visits.EntryNames[(int)row.Entry]);
        file.EndRow();
    }

    private static string[] MakeContentIds() =>
        ["", .. Community.Kinds.SelectMany(kind => Enumerable.Range(1, kind.Pieces).Select(piece => FormattableString.Invariant($"{kind.Prefix}{piece:D2}")))];
}
