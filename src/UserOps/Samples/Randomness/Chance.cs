namespace UserOps.Samples;

/// <summary>A stream of random numbers named by a seed, a purpose and two numbers: what one process draws never shifts what another draws.</summary>
/// <remarks>SplitMix64: G. L. Steele, D. Lea, C. H. Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA.</remarks>
internal struct Chance
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>The stream that begins after this state.</summary>
    public Chance(ulong state) => _state = state;

    /// <summary>The stream of a purpose, for one user, moment or day.</summary>
    public static Chance For(int seed, Purpose purpose, long a = 0, long b = 0) =>
        new(Mix(Mix(Mix(Mix((ulong)(uint)seed + Golden) + (ulong)purpose) + (ulong)a) + (ulong)b));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(_state += Golden);

    /// <summary>A number in (0, 1): never 0, so that its logarithm is finite.</summary>
    public double Unit() => ((Next() >> 11) + 0.5) / (1UL << 53);

    /// <summary>True with this probability.</summary>
    public bool Happens(double probability) => Unit() < probability;

    /// <summary>A whole number from 0 to n − 1.</summary>
    public int Below(int n) => (int)((Next() >> 32) * (ulong)n >> 32);

    /// <summary>A whole number from low to high, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>An index with probability proportional to its weight.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
            total += weight;
        double left = Unit() * total;
        int index = 0;
        while (index < weights.Length - 1 && (left -= weights[index]) >= 0)
            index++;
        return index;
    }

    /// <summary>Puts items into a random order.</summary>
    /// <remarks>R. A. Fisher and F. Yates; R. Durstenfeld (1964), "Algorithm 235: Random permutation", CACM 7.</remarks>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>What a stream of random numbers is for.</summary>
internal enum Purpose
{
    Arrivals,
    Person,
    Session,
    NextVisit,
    Touch,
    CheckoutArm,
    Winback,
    Echo,
    Dirt,
    Burst,
    Resample,
    Shuffle,
}
