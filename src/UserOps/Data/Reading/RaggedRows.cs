namespace UserOps.Data.Reading;

/// <summary>Rows with another number of fields than the header.</summary>
internal static class RaggedRows
{
    /// <summary>Whether values would stand in wrong columns; fields beyond the header are no harm where they are empty.</summary>
    public static bool IsRagged(ITextRows row)
    {
        int width = row.Header.Count;
        if (row.FieldCount == width)
            return false;
        for (int i = width; i < row.FieldCount; i++)
            if (!row[i].IsEmpty)
                return true;
        return row.FieldCount < width;
    }

    /// <summary>Refuses a file with more ragged rows than the limit, and one with no row at all.</summary>
    /// <exception cref="UserOpsException">There are more.</exception>
    public static void Check(TableSource file, int width, long kept, long ragged, double limit, FindingLog dropped)
    {
        if (!(limit is >= 0 and <= 1))
            throw new UserOpsException($"RaggedLimit is {limit}; a share from 0 to 1 is needed.");
        if (kept + ragged == 0)
            throw new UserOpsException($"'{file.File}' has a header but no rows. Export it again, or take it out of the folder.");
        if (ragged > limit * (kept + ragged))
            throw new UserOpsException(
                FormattableString.Invariant($"'{file.File}': {ragged:N0} of {kept + ragged:N0} rows have another number of fields than the header ")
                + FormattableString.Invariant($"({width}, cut at {file.Delimiter}), first on line {First(file, dropped)}. At most {limit:P1} are dropped. ")
                + "Check the delimiter and quotes, give ColumnNames if there is no header row, or raise RaggedLimit.");
    }

    private static long First(TableSource file, FindingLog dropped) =>
        dropped.ToList().SelectMany(finding => finding.Places).Where(place => place.File == file.File).Select(place => place.Line).DefaultIfEmpty().Min();
}
