namespace UserOps.Data;

/// <summary>Arranges what is known of users by their number: their own table, or where there is none, what events and orders tell.</summary>
internal sealed class ProfileBuilder(UserIndex users, DatasetStores stores, TableSet tables)
{
    public UserStore Build(Func<int[]> userOfRow)
    {
        var columns = tables.All.TryGetValue(TableKind.Users, out var table) ? Arrange(table, userOfRow()) : [];
        var signup = columns.GetValueOrDefault("signup_at") as TimeColumn ?? new("signup_at", [.. Enumerable.Repeat(TimeColumn.Missing, users.Count)]);
        var channel = columns.GetValueOrDefault("channel") as TextColumn ?? ChannelOfFirstEvent();
        if (channel is not null)
            columns["channel"] = channel;
        return new(users, signup, channel, columns.GetValueOrDefault("referrer_id") is TextColumn ids ? Referrers(ids) : Nobody(), columns);
    }

    private Dictionary<string, Column> Arrange(TypedTable table, int[] userOfRow)
    {
        int[] rowOfUser = Nobody();
        for (int row = userOfRow.Length - 1; row >= 0; row--)
            if (userOfRow[row] >= 0)
                rowOfUser[userOfRow[row]] = row;
        return table.Except("user_id").Select(column => ByUser.Arrange(column, rowOfUser)).ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    private int[] Nobody() => [.. Enumerable.Repeat(-1, users.Count)];

    private int[] Referrers(TextColumn ids)
    {
        int[] userOfWord = [.. ids.Words.Select(users.Find)];
        return [.. ids.Codes.Select(code => code < 0 ? -1 : userOfWord[code])];
    }

    /// <summary>The acquisition channel that events name, or else the channel of the first event that names one.</summary>
    private TextColumn? ChannelOfFirstEvent()
    {
        if (!tables.All.TryGetValue(TableKind.Events, out var table)
            || ((string[])["acquisition_channel", "channel"]).FirstOrDefault(name => table.TryGet<TextColumn>(name, out _)) is not { } source)
            return null;
        var events = stores.Events.Value;
        var channels = events.Property<TextColumn>(source);
        return new("channel", [.. Enumerable.Range(0, users.Count).Select(user => FirstCode(events[user], channels.Codes))], channels.Words);
    }

    private static int FirstCode(UserEvents events, int[] codes)
    {
        foreach (var e in events)
            if (codes[e.Row] >= 0)
                return codes[e.Row];
        return -1;
    }
}
