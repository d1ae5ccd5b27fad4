using UserOps.Data;
using UserOps.Display;

namespace UserOps.Features;

/// <summary>Features of who a user is, as far as they cannot have been written later: what was fixed at sign-up, and the tier held at the cut-off.</summary>
internal static class ProfileFeatures
{
    public static void Add(FeatureColumns columns, KnownHistory known, int[] users, IReadOnlyList<string> fixedAtSignup)
    {
        if (known.Data.Has(TableKind.Users))
            foreach (string name in fixedAtSignup)
                AddFixed(columns, known, users, name);
        AddChannel(columns, known, users, fixedAtSignup);
        AddTier(columns, known, users);
    }

    private static void AddFixed(FeatureColumns columns, KnownHistory known, int[] users, string name)
    {
        if (!known.Data.Table(TableKind.Users).TryGet<Column>(name, out _))
            return;
        string meaning = $"{name.Replace('_', ' ')} at sign-up";
        switch (known.Data.Profiles.Property<Column>(name))
        {
            case TextColumn text:
                columns.Text(name, meaning, text, row => known.HasProfile(users[row]) ? text.Codes[users[row]] : -1);
                break;
            case NumberColumn number:
                Copy(number.Values, columns.Number(name, meaning, Format.Plain), double.NaN);
                break;
            case FlagColumn flag:
                Copy(flag.Flags, columns.Flag(name, meaning), (sbyte)-1);
                break;
        }

        void Copy<T>(T[] from, T[] to, T missing)
        {
            for (int row = 0; row < users.Length; row++)
                to[row] = known.HasProfile(users[row]) ? from[users[row]] : missing;
        }
    }

    /// <summary>Without a channel in the users table, the channel that the first event names.</summary>
    private static void AddChannel(FeatureColumns columns, KnownHistory known, int[] users, IReadOnlyList<string> fixedAtSignup)
    {
        bool stands = known.Data.Has(TableKind.Users) && known.Data.Table(TableKind.Users).TryGet<Column>("channel", out _);
        string? source = ((string[])["acquisition_channel", "channel"]).FirstOrDefault(known.Activity.HasProperty);
        if (stands || source is null || !fixedAtSignup.Contains("channel", StringComparer.Ordinal))
            return;
        if (known.Activity.Property<Column>(source) is TextColumn channels)
            columns.Text("channel", "channel of the first event that names one", channels, row => FirstCode(known.Activity[users[row]], channels.Codes));
    }

    private static int FirstCode(UserEvents events, int[] codes)
    {
        foreach (var e in events)
            if (codes[e.Row] >= 0)
                return codes[e.Row];
        return -1;
    }

    private static void AddTier(FeatureColumns columns, KnownHistory known, int[] users)
    {
        if (Contracts.At(known.Data, known.CutOff) is not { } held)
            return;
        var tiers = held.Table.Get<TextColumn>("tier");
        columns.Text("tier", "member tier held at the cut-off", tiers, row => held[users[row]] is var span and >= 0 ? tiers.Codes[span] : -1);
    }
}
