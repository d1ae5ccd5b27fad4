namespace UserOps.Benchmarks.Kernel;

/// <summary>How a kernel did, as <c>kernel_jupyter.py</c> prints it.</summary>
/// <param name="ReadySeconds">From the start of the process until its client calls it ready.</param>
/// <param name="FirstResultSeconds">From the start until the result of the first <c>1+1</c>.</param>
/// <param name="LaterMs">Median round trip of the trivial cells after it.</param>
/// <param name="PeakMb">The largest resident memory of the idle kernel after them.</param>
/// <param name="IdlePeakMb">The largest resident memory after the first cell.</param>
internal sealed record KernelFigures(double ReadySeconds, double FirstResultSeconds, double LaterMs, double IdlePeakMb, double PeakMb)
{
    public static KernelFigures Median(IReadOnlyList<KernelFigures> rounds) => new(
        MedianOf([.. rounds.Select(one => one.ReadySeconds)]), MedianOf([.. rounds.Select(one => one.FirstResultSeconds)]),
        MedianOf([.. rounds.Select(one => one.LaterMs)]), MedianOf([.. rounds.Select(one => one.IdlePeakMb)]), MedianOf([.. rounds.Select(one => one.PeakMb)]));

    public static double MedianOf(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}

/// <summary>Both kernels, and what is asked of ours.</summary>
internal sealed record KernelComparison(string Machine, KernelFigures Userops, KernelFigures Ipykernel, double HeadlessSeconds, double NbconvertSeconds)
{
    /// <summary>First result, ours ÷ ipykernel's: at most 1.</summary>
    public double FirstResultRatio => Userops.FirstResultSeconds / Ipykernel.FirstResultSeconds;

    /// <summary>Later cells, ours ÷ ipykernel's: at most 1.5.</summary>
    public double LaterRatio => Userops.LaterMs / Ipykernel.LaterMs;

    /// <summary>A five-cell notebook, <c>userops report</c> ÷ <c>nbconvert --execute</c>: at most a third.</summary>
    public double HeadlessRatio => HeadlessSeconds / NbconvertSeconds;

    /// <summary>Whether all of that holds, and the idle kernel stays under 130 MB.</summary>
    public bool Holds => FirstResultRatio <= 1 && LaterRatio <= 1.5 && HeadlessRatio <= 1 / 3.0 && Userops.IdlePeakMb < 130;
}
