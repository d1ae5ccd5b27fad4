namespace UserOps.Uplift;

/// <summary>Walks down users by falling score, groups of equal scores at once, and adds up the areas under the Qini and the uplift curve.</summary>
/// <remarks>
/// Qini curve: treated outcomes − outcomes left alone × treated ÷ left alone, N. Radcliffe (2007), "Using control groups to target on predicted lift".
/// Uplift curve: (mean treated − mean left alone) × users. Between groups both go straight, so the order of equal scores is no matter.
/// </remarks>
internal sealed class UpliftWalk(double users, int steps = 0)
{
    private double _users, _treated, _treatedSum, _controlSum, _qini, _uplift, _underQini, _underUplift;
    private int _next = 1;

    /// <summary>The heights of the Qini curve at equal steps of users.</summary>
    public double[] Heights { get; } = new double[steps + 1];

    public double QiniEnd => _qini;

    /// <summary>The area between the Qini curve and the line to its end.</summary>
    public double QiniArea => _underQini - _users * _qini / 2;

    /// <summary>The area between the uplift curve and the line to its end.</summary>
    public double UpliftArea => _underUplift - _users * _uplift / 2;

    public void Add(double count, double treated, double treatedSum, double controlSum)
    {
        if (count == 0)
            return;
        (double before, double qini, double uplift) = (_users, _qini, _uplift);
        (_users, _treated, _treatedSum, _controlSum) = (_users + count, _treated + treated, _treatedSum + treatedSum, _controlSum + controlSum);
        double alone = _users - _treated;
        _qini = _treatedSum - (alone > 0 ? _controlSum * _treated / alone : 0);
        _uplift = ((_treated > 0 ? _treatedSum / _treated : 0) - (alone > 0 ? _controlSum / alone : 0)) * _users;
        _underQini += count * (qini + _qini) / 2;
        _underUplift += count * (uplift + _uplift) / 2;
        for (; _next <= steps && _next * users / steps <= _users + 1e-9; _next++)
            Heights[_next] = qini + (_qini - qini) * (_next * users / steps - before) / count;
    }
}
