namespace UserOps.Segments.Clustering;

/// <summary>Random choices of rows.</summary>
internal static class RandomSample
{
    /// <summary>Different rows, in rising order: all of them when no more are there than wanted.</summary>
    /// <remarks>Selection sampling: D. E. Knuth, "The Art of Computer Programming", volume 2, section 3.4.2, algorithm S.</remarks>
    public static int[] Of(int count, int wanted, Random random)
    {
        int[] chosen = new int[Math.Min(count, wanted)];
        for (int row = 0, have = 0; have < chosen.Length; row++)
            if (random.Next(count - row) < chosen.Length - have)
                chosen[have++] = row;
        return chosen;
    }

    /// <summary>As many rows as there are, drawn with replacement.</summary>
    public static int[] Bootstrap(int count, Random random)
    {
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++)
            chosen[i] = random.Next(count);
        return chosen;
    }
}
