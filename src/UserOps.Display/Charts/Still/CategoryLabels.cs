namespace UserOps.Display.Charts;

/// <summary>Labels below the slots of an axis: on one line, on up to three, or slanted where they are too long for that.</summary>
internal sealed class CategoryLabels
{
    private const double Line = 13;
    private const double Slant = -38;
    private readonly IReadOnlyList<IReadOnlyList<string>> _labels;
    private readonly bool _slanted;
    private readonly int _every = 1;

    public CategoryLabels(IReadOnlyList<string> labels, double slot)
    {
        int columns = Math.Max(1, (int)((slot - 6) / (0.61 * Frame.LabelSize)));
        _labels = [.. labels.Select(label => TextWidth.Wrap(label, columns))];
        _slanted = _labels.Any(lines => lines.Count > 3 || lines.Any(line => Words.Measure(line, Frame.LabelSize) > slot));
        Height = 6 + Line * _labels.Select(lines => lines.Count).DefaultIfEmpty(1).Max();
        if (!_slanted)
            return;
        _labels = [.. labels.Select(label => new[] { TextWidth.Shorten(label, 20) })];
        _every = Math.Max(1, (int)Math.Ceiling(16 / slot));
        double widest = _labels.Max(lines => Words.Measure(lines[0], Frame.LabelSize));
        Height = 14 + widest * Math.Sin(-Slant * Math.PI / 180);
    }

    public double Height { get; }

    public void Draw(Sheet sheet, Slots slots, double top)
    {
        for (int i = 0; i < _labels.Count; i += _every)
        {
            double x = slots.Start(i, 0.5);
            if (_slanted)
                sheet.Write(x + 4, top + 12, _labels[i][0], new Words { Anchor = Anchor.End, Size = Frame.LabelSize, Angle = Slant, Opacity = 0.85 });
            else
                foreach (var (line, text) in _labels[i].Index())
                    sheet.Write(x, top + 15 + Line * line, text, new Words { Anchor = Anchor.Middle, Size = Frame.LabelSize, Opacity = 0.85 });
        }
    }
}
