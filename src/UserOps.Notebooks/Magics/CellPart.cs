namespace UserOps.Notebooks.Magics;

/// <summary>A piece of a cell: code of one language, or a directive line.</summary>
/// <param name="Line">The line of the cell on which it starts, from 1.</param>
internal abstract record CellPart(int Line)
{
    /// <summary>Code or text of one language.</summary>
    /// <param name="Language">The language.</param>
    /// <param name="Text">The text; what comes before it in the cell is blank, so that lines and columns stay.</param>
    /// <param name="Line">The line on which it starts.</param>
    internal sealed record Code(string Language, string Text, int Line) : CellPart(Line);

    /// <summary>A line such as <c>#!time</c> or <c>#r "x.dll"</c>.</summary>
    /// <param name="Name">The name with its sign: <c>#!time</c>, <c>#r</c>.</param>
    /// <param name="Arguments">What stands behind the name.</param>
    /// <param name="Line">The line on which it stands.</param>
    internal sealed record Directive(string Name, string Arguments, int Line) : CellPart(Line);
}
