namespace UserOps.Display.Charts;

/// <summary>The fonts of pictures: what a reader's system has for Latin and for Chinese text.</summary>
internal static class Fonts
{
    public const string Stack = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
}
