using UserOps.Data.Privacy;

namespace UserOps.Data.Reading;

/// <summary>Masks personal data in a table that was read and in the samples of its quality record.</summary>
internal static class MaskedReading
{
    public static TableReading Of(TableReading reading)
    {
        (var table, var found) = PersonalColumns.Mask(reading.Table);
        ColumnQuality[] columns = [.. reading.Quality.Columns.Select(column => Mask(column, found.GetValueOrDefault(column.Name)))];
        return new(table, reading.Quality with { Columns = columns, Dropped = Mask(reading.Quality.Dropped, PersonalData.InText) });
    }

    private static ColumnQuality Mask(ColumnQuality column, PersonalData kind) => column with
    {
        Type = kind is PersonalData.None ? column.Type : $"{column.Type}, masked",
        Coerced = Mask(column.Coerced, kind is PersonalData.None ? PersonalData.InText : kind),
    };

    private static Finding[] Mask(IReadOnlyList<Finding> findings, PersonalData kind) =>
        [.. findings.Select(finding => finding with { Places = [.. finding.Places.Select(place => place with { Sample = Masking.Mask(kind, place.Sample) })] })];
}
