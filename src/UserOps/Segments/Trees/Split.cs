namespace UserOps.Segments.Trees;

/// <summary>A way to divide users in two.</summary>
/// <param name="Gain">By how much it lowers the sum of squares of the target.</param>
/// <param name="Left">The condition of the one part.</param>
/// <param name="Right">The condition of the other part.</param>
/// <param name="GoesLeft">Whether a user, by row, belongs to the one part.</param>
internal sealed record Split(double Gain, Condition Left, Condition Right, Func<int, bool> GoesLeft);

/// <summary>Sums of a target over users.</summary>
internal readonly record struct TargetSums(int Count, double Sum)
{
    public static TargetSums operator +(TargetSums a, TargetSums b) => new(a.Count + b.Count, a.Sum + b.Sum);

    public static TargetSums operator -(TargetSums a, TargetSums b) => new(a.Count - b.Count, a.Sum - b.Sum);

    /// <summary>By how much dividing the users in two lowers the sum of squares; −1 where a part is too small.</summary>
    public double Gain(TargetSums part, int least)
    {
        var rest = this - part;
        return part.Count < least || rest.Count < least ? -1 : part.Sum * part.Sum / part.Count + rest.Sum * rest.Sum / rest.Count - Sum * Sum / Count;
    }
}
