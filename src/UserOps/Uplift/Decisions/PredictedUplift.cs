namespace UserOps.Uplift;

/// <summary>The arm that is expected to change each user most, and by how much.</summary>
internal sealed record PredictedUplift(int[] Arms, double[] Best)
{
    public static PredictedUplift Of(IReadOnlyList<IReadOnlyList<double>> byArm)
    {
        int users = byArm[0].Count;
        int[] arms = new int[users];
        double[] best = new double[users];
        for (int row = 0; row < users; row++)
        {
            arms[row] = Enumerable.Range(0, byArm.Count).MaxBy(arm => byArm[arm][row]) + 1;
            best[row] = byArm[arms[row] - 1][row];
        }
        return new(arms, best);
    }

    public Advice AdviceFor(int row, UpliftOffer offer) => Best[row] < 0 ? Advice.PutOff : offer.Gain(Best[row]) > 0 ? Advice.Contact : Advice.LeaveAlone;

    /// <summary>The rule that gives these users their arm and leaves the others alone.</summary>
    public int[] Rule(Func<int, bool> contacts) => [.. Arms.Select((arm, row) => contacts(row) ? arm : PolicyGain.Alone)];
}

/// <summary>What to do with a user.</summary>
public enum Advice
{
    /// <summary>The expected uplift is worth more than the contact costs.</summary>
    Contact,
    /// <summary>The contact would change little: the user acts anyway, or not at all.</summary>
    LeaveAlone,
    /// <summary>The contact is expected to lower the outcome.</summary>
    PutOff,
}
