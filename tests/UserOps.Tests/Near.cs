using System.Diagnostics.CodeAnalysis;

namespace UserOps.Tests;

/// <summary>Numbers that agree to rounding.</summary>
internal sealed class Near : IEqualityComparer<double>
{
    public bool Equals(double x, double y) => Math.Abs(x - y) <= 1e-12 * (1 + Math.Abs(x));

    public int GetHashCode([DisallowNull] double value) => 0;
}
