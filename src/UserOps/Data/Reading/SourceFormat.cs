namespace UserOps.Data.Reading;

/// <summary>The kinds of file an export may consist of.</summary>
internal enum SourceFormat
{
    Delimited,
    Workbook,
    Parquet,
    DuckDb,
}
