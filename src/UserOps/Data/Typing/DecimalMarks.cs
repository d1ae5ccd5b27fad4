namespace UserOps.Data.Typing;

/// <summary>Decides for a whole column whether a point or a comma stands before the decimals.</summary>
internal sealed class DecimalMarks(DecimalMark given)
{
    private readonly RowBits _dotted = new();
    private readonly RowBits _grouped = new();
    private readonly RowBits _onlyPoint = new();
    private readonly RowBits _onlyComma = new();
    private (string Text, long Line)? _firstOpen;
    private (string Text, long Line)? _firstComma;

    /// <summary>Whether some values can only have a point, and others only a comma.</summary>
    public bool IsTorn => _onlyPoint.Count > 0 && _onlyComma.Count > 0;

    /// <summary>The mark: the one given, else the one that most values can only have, else the point.</summary>
    public DecimalMark Chosen => given != DecimalMark.Detect ? given : _onlyComma.Count > _onlyPoint.Count ? DecimalMark.Comma : DecimalMark.Point;

    /// <summary>The rows whose number does not fit the mark chosen.</summary>
    public RowBits Misfits => Chosen == DecimalMark.Comma ? _onlyPoint : _onlyComma;

    public void Note(int row, MarkReading marks, ReadOnlySpan<char> text, long line)
    {
        switch (marks)
        {
            case MarkReading.OnlyPoint:
                _onlyPoint.Add(row);
                break;
            case MarkReading.OnlyComma:
                _onlyComma.Add(row);
                _firstComma ??= (text.ToString(), line);
                break;
            default:
                (marks == MarkReading.Dotted ? _dotted : _grouped).Add(row);
                _firstOpen ??= (text.ToString(), line);
                break;
        }
    }

    /// <summary>Reads the numbers that leave the mark open, which were read with a point for now, with a comma.</summary>
    public void Exchange(Buffer<double> values)
    {
        for (int row = 0; row < values.Count; row++)
            if (_dotted[row])
                values[row] = Math.Round(values[row] * 1000, 9);
            else if (_grouped[row])
                values[row] /= 1000;
    }

    /// <summary>What was chosen and why, in words; null where the column leaves nothing to choose.</summary>
    public string? Reason() => (given, Chosen) switch
    {
        (DecimalMark.Comma, _) => "a comma stands before the decimals, as the option says",
        (DecimalMark.Detect, DecimalMark.Comma) => FormattableString.Invariant(
            $"a comma stands before the decimals, since {_firstComma!.Value.Text}{OnLine(_firstComma.Value.Line)}{More(_onlyComma.Count)} can be read in no other way"),
        (DecimalMark.Detect, _) when _onlyPoint.Count == 0 && _firstOpen is { } open => FormattableString.Invariant(
            $"nothing in the column decides whether {open.Text}{OnLine(open.Line)} is {Read(open.Text)}, as it is read by default, or not; set DecimalMark to fix it"),
        _ => null,
    };

    private static string Read(string text) => text.Contains('.', StringComparison.Ordinal) ? "a number with three decimals" : "a number of thousands";

    private static string OnLine(long line) => line > 0 ? FormattableString.Invariant($" on line {line}") : "";

    private static string More(long count) => count > 1 ? FormattableString.Invariant($" and {count - 1:N0} more") : "";
}
