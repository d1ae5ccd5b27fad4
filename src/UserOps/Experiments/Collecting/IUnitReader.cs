namespace UserOps.Experiments.Collecting;

/// <summary>Reads what was measured on the units of an experiment.</summary>
internal interface IUnitReader
{
    /// <summary>Writes the measures of a unit; slots that are not touched must be 0 before and stay so.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="values">A value for each slot; NaN where it is missing.</param>
    /// <returns>Which slots were touched: bit i for the slots i, i + 64 ….</returns>
    ulong Read(int unit, Span<double> values);

    /// <summary>A value about which each slot's sums are taken, so that large ones keep their digits; also stands for a missing covariate.</summary>
    double[] Origins { get; }
}
