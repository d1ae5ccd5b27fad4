namespace UserOps.Samples;

/// <summary>Exponential and logarithm from the four basic operations, which IEEE 754 rounds alike everywhere; the system's own differ in the last bit.</summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309;

    /// <summary>e to the power of x, by range reduction and the Taylor series; for |x| ≤ 700.</summary>
    public static double Exp(double x)
    {
        double power = Math.Floor(x / Ln2 + 0.5), rest = x - power * Ln2, term = 1, sum = 1;
        for (int k = 1; k <= 16; k++)
        {
            term = term * rest / k;
            sum += term;
        }
        return sum * BitConverter.Int64BitsToDouble(((long)power + 1023) << 52);
    }

    /// <summary>The natural logarithm of a normal positive number: ln(m·2^e) = e·ln 2 + 2·artanh((m − 1)/(m + 1)).</summary>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long exponent = (bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        double t = (mantissa - 1) / (mantissa + 1), square = t * t, sum = 0;
        for (int k = 23; k >= 1; k -= 2)
            sum = sum * square + 1.0 / k;
        return exponent * Ln2 + 2 * t * sum;
    }

    /// <summary>A positive base to any power.</summary>
    public static double Pow(double x, double power) => Exp(power * Log(x));
}
