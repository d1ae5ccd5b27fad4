namespace UserOps.Display;

internal static class TableMarkdown
{
    public static string Write(Table table) => table.ToString();
}
