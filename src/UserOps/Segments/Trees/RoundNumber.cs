namespace UserOps.Segments.Trees;

/// <summary>Bounds that people would choose.</summary>
internal static class RoundNumber
{
    /// <summary>A number above <paramref name="low"/> and up to <paramref name="high"/> with as few digits as possible.</summary>
    public static double Between(double low, double high)
    {
        if (!(double.IsFinite(low) && double.IsFinite(high)))
            return high;
        int start = (int)Math.Ceiling(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high)))) + 1;
        for (int power = start; power > start - 15; power--)
        {
            // Negative powers are divided by, so that 0.3 stays 0.3.
            double unit = Math.Pow(10, Math.Abs(power));
            double round = power >= 0 ? Math.Floor(high / unit) * unit : Math.Floor(high * unit) / unit;
            if (round > low && round <= high)
                return round;
        }
        return high;
    }
}
