namespace UserOps.Display;

internal static class TableCsv
{
    public static void Write(Table table, TextWriter writer) => writer.Write(table.ToString());
}
