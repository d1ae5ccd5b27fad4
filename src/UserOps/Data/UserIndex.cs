using UserOps.Data.Privacy;
using UserOps.Differences;

namespace UserOps.Data;

/// <summary>The users of a dataset, numbered from 0: every store speaks of a user by this number.</summary>
public sealed class UserIndex
{
    private readonly string[] _ids;
    private readonly Lazy<Dictionary<string, int>> _byId;
    private readonly Lazy<ulong[]> _keys;
    private readonly PersonalDataRule _personalData;

    /// <summary>Numbers the ids in the order given; they must be distinct.</summary>
    public UserIndex(string[] ids, PersonalDataRule personalData = PersonalDataRule.Mask)
    {
        _ids = ids;
        _personalData = personalData;
        _byId = new(() => _ids.Select((id, user) => (id, user)).ToDictionary(pair => pair.id, pair => pair.user, StringComparer.Ordinal));
        _keys = new(() => Array.ConvertAll(_ids, UserKey.Of));
    }

    /// <summary>How many users there are.</summary>
    public int Count => _ids.Length;

    /// <summary>The id of a user as it stands in the export; what is shown or written out is <see cref="Shown"/>.</summary>
    public string this[int user] => _ids[user];

    /// <summary>The id of a user for a reader: masked where it is a telephone number, an e-mail address or an identity-card number.</summary>
    public string Shown(int user) => _personalData == PersonalDataRule.Show ? _ids[user] : Masking.MaskText(_ids[user]);

    /// <summary>The number of a user, or −1 when the id is unknown.</summary>
    public int Find(string id) => _byId.Value.GetValueOrDefault(id, -1);

    /// <summary>A hash of each user's id, by which users of two exports are matched.</summary>
    internal ulong[] Keys => _keys.Value;

    /// <summary>Joins the id columns of several tables into one index: ids in order of first appearance, and each table's word-to-user map.</summary>
    public static (UserIndex Users, int[][] UserOfWord) Join(
        IReadOnlyList<TextColumn> idColumns, PersonalDataRule personalData = PersonalDataRule.Mask)
    {
        if (idColumns.Count == 1)
            return (new(idColumns[0].Words, personalData), [[.. Enumerable.Range(0, idColumns[0].Words.Length)]]);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        int[][] maps = [.. idColumns.Select(column => column.Words.Select(Number).ToArray())];
        return (new([.. seen.Keys], personalData), maps);

        int Number(string id)
        {
            if (!seen.TryGetValue(id, out int user))
                seen.Add(id, user = seen.Count);
            return user;
        }
    }
}
