using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using UserOps.Data;

namespace UserOps.Reports.Contracts;

/// <summary>How the values of an export are spread, small enough to be kept with a run: the next one tells by it what has drifted.</summary>
/// <param name="Columns">The columns of people's tables that can be summed up.</param>
public sealed record DataProfile(IReadOnlyList<ColumnProfile> Columns)
{
    /// <summary>Beyond so many rows only what lies in memory anyway is looked at.</summary>
    private const int ManyRows = 1 << 20;

    /// <summary>Tables of what people are and do; plans and campaigns change because somebody wished so.</summary>
    private static readonly TableKind[] OfPeople = [TableKind.Users, TableKind.Events, TableKind.Orders, TableKind.Touches, TableKind.Exposures];

    /// <summary>The profile of an export.</summary>
    /// <param name="export">The export.</param>
    /// <param name="before">The last profile: numbers are counted between its borders, so that the two can be compared.</param>
    public static DataProfile Of(Dataset export, DataProfile? before = null) => new(
    [
        .. from kind in export.Kinds.Intersect(OfPeople)
           let table = export.Table(kind)
           from column in table.Columns
           where table.RowCount <= ManyRows || column is NumberColumn
           let profile = ColumnProfile.Of(table.Name, column, before?.Find(table.Name, column.Name)?.Borders)
           where profile is not null
           select profile,
    ]);

    /// <summary>The profile of a column, or null.</summary>
    public ColumnProfile? Find(string table, string column) => Columns.FirstOrDefault(known => known.Table == table && known.Column == column);

    internal string ToJson() => JsonSerializer.Serialize(this, ProfileJson.Readable) + "\n";

    /// <summary>The profile that <see cref="ToJson"/> wrote; null where the text is none.</summary>
    internal static DataProfile? TryRead(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ProfileJson.Readable);
        }
        catch (JsonException)
        {
            // Drift is a remark: without the old profile there is none to be made.
            return null;
        }
    }
}

/// <summary>Reads and writes profiles by code that is made when the program is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DataProfile))]
internal sealed partial class ProfileJson : JsonSerializerContext
{
    /// <summary>Profiles with Chinese as it is.</summary>
    public static JsonTypeInfo<DataProfile> Readable => Once.Json.DataProfile;

    private static class Once
    {
        public static readonly ProfileJson Json = new(new(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
    }
}
