using System.Net;

namespace UserOps.Display;

/// <summary>Words as HTML, and the small style that all renderings share.</summary>
internal static class Html
{
    /// <summary>Shown where the host brings no style; greys are half transparent so that they suit light and dark pages.</summary>
    public const string Style =
        "<style>"
        + "table.userops{border-collapse:collapse;font:14px/1.45 system-ui,\"Noto Sans CJK SC\",\"Microsoft YaHei\",\"PingFang SC\",sans-serif;"
        + "font-variant-numeric:tabular-nums;margin:.6em 0}"
        + "table.userops caption{text-align:left;padding:.2em .7em .5em 0;caption-side:top;color:inherit}"
        + "table.userops caption small,.userops-metric small{display:block;opacity:.72;font-weight:normal}"
        + "table.userops th,table.userops td{text-align:left;padding:.28em .7em;border-bottom:1px solid rgba(128,128,128,.28);vertical-align:top}"
        + "table.userops thead th{border-bottom:2px solid rgba(128,128,128,.55);vertical-align:bottom}"
        + "table.userops .num{text-align:right;white-space:nowrap}"
        + "table.userops .time,table.userops td:first-child:not(:last-child):not(.long){white-space:nowrap}"
        + "table.userops tfoot td{opacity:.72;border-bottom:0}"
        + ".userops-chart{margin:.8em 0;max-width:960px;overflow-x:auto}.userops-chart>svg{max-width:100%;height:auto}"
        + ".userops-chart figcaption{font:16px/1.35 system-ui,sans-serif;padding:4px 12px}"
        + ".userops-chart figcaption span{display:block;opacity:.72}"
        + ".userops-notes{font:14px/1.45 system-ui,sans-serif;opacity:.85}"
        + ".userops-metric{display:inline-block;font:14px/1.4 system-ui,sans-serif;border:1px solid rgba(128,128,128,.35);border-radius:8px;"
        + "padding:.6em 1em;margin:.3em .5em .3em 0;min-width:9em;max-width:22em;vertical-align:top}"
        + ".userops-metric b{display:block;font-size:1.7em;line-height:1.25;font-variant-numeric:tabular-nums}"
        + "</style>";

    public static string Encode(string? text) => WebUtility.HtmlEncode(text) ?? "";

    /// <summary>Encoded words whose line breaks stay line breaks.</summary>
    public static string EncodeLines(string? text) => Encode(text?.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);
}
