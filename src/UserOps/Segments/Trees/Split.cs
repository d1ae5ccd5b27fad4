namespace UserOps.Segments.Trees;

/// <summary>A way to divide users in two.</summary>
/// <param name="Gain">How much it helps; what is counted hangs on the sums.</param>
/// <param name="Left">The condition of the one part.</param>
/// <param name="Right">The condition of the other part.</param>
/// <param name="GoesLeft">Whether a user, by row, belongs to the one part.</param>
internal sealed record Split(double Gain, Condition Left, Condition Right, Func<int, bool> GoesLeft);

/// <summary>Sums over users that add up over parts, and by which ways to divide users are compared.</summary>
internal interface ISplitSums<T> where T : struct, ISplitSums<T>
{
    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    /// <summary>What the words of a feature are put in order by before they are divided.</summary>
    double Order { get; }

    /// <summary>How much dividing these users into a part and the rest helps; −1 where a part is too small.</summary>
    double Gain(T part, int least);

    /// <summary>The probability that a division made without looking gains as much by chance.</summary>
    double ByChance(double gain);
}
