namespace UserOps.Segments.Rfm;

/// <summary>The eight classic classes 八类客户: each of the three scores above the mean of all customers, or not.</summary>
public enum RfmClass
{
    /// <summary>重要价值: recent, frequent, high money.</summary>
    ImportantValue,
    /// <summary>重要发展: recent and high money, but rarely.</summary>
    ImportantDevelop,
    /// <summary>重要保持: frequent and high money, but not lately.</summary>
    ImportantKeep,
    /// <summary>重要挽留: high money, but neither lately nor often.</summary>
    ImportantWinBack,
    /// <summary>一般价值: recent and frequent, little money.</summary>
    GeneralValue,
    /// <summary>一般发展: recent alone.</summary>
    GeneralDevelop,
    /// <summary>一般保持: frequent alone.</summary>
    GeneralKeep,
    /// <summary>一般挽留: none of the three.</summary>
    GeneralWinBack,
}

/// <summary>Customers by what they bring: the largest that bring most of the revenue, those after them, the rest.</summary>
public enum ValueClass
{
    /// <summary>The largest, who together bring the first 80 % (or the share asked for).</summary>
    A,
    /// <summary>Those who bring revenue up to 95 % (or the share asked for).</summary>
    B,
    /// <summary>The rest.</summary>
    C,
}

/// <summary>Classes in words and from scores.</summary>
internal static class RfmClasses
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "重要价值 important: value", "重要发展 important: develop", "重要保持 important: keep", "重要挽留 important: win back",
        "一般价值 general: value", "一般发展 general: develop", "一般保持 general: keep", "一般挽留 general: win back",
    ];

    public static RfmClass Of(RfmScore score, (double Recency, double Frequency, double Monetary) means)
    {
        int money = score.Monetary > means.Monetary ? 0 : 4;
        int recency = score.Recency > means.Recency ? 0 : 2;
        int frequency = score.Frequency > means.Frequency ? 0 : 1;
        return (RfmClass)(money + recency + frequency);
    }

    /// <summary>The least revenue of an A- and of a B-customer: equal revenue is one class. Null where nobody brings money.</summary>
    public static (double A, double B) Limits(double[] ascending, RfmDefinition definition)
    {
        double total = ascending.Where(money => money > 0).Sum();
        if (!(total > 0))
            throw new InsufficientDataException($"no positive revenue among {Caption.Count(ascending.Length)} customers", "some", "Check the amount column and the refunds.");
        double a = double.PositiveInfinity, b = double.PositiveInfinity, before = 0;
        for (int i = ascending.Length - 1; i >= 0 && ascending[i] > 0 && before < definition.ShareOfAAndB * total; i--)
        {
            b = ascending[i];
            if (before < definition.ShareOfA * total)
                a = ascending[i];
            before += ascending[i];
        }
        return (a, b);
    }
}
