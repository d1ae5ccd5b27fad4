namespace UserOps.Statistics;

/// <summary>Questions to numbers in ascending order.</summary>
internal static class Sorted
{
    public static bool Is(ReadOnlySpan<double> values)
    {
        for (int i = 1; i < values.Length; i++)
            if (!(values[i] >= values[i - 1]))
                return false;
        return true;
    }

    /// <summary>The first place whose value is not below a limit.</summary>
    public static int PlaceOf(ReadOnlySpan<double> ascending, double limit)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = ascending[middle] < limit ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>How many values are at or above a limit.</summary>
    public static int CountFrom(ReadOnlySpan<double> ascending, double limit) => ascending.Length - PlaceOf(ascending, limit);
}
