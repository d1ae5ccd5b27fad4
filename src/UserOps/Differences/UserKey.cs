using System.IO.Hashing;
using System.Numerics;
using System.Text;

namespace UserOps.Differences;

/// <summary>A user as 64 bits that are equal for equal ids in every export: five bits that say in how thin a sample the user still is, and 59 bits of a hash.</summary>
/// <remarks>
/// A user is in the sample of one in 2^k if the hash of the id begins with k zeros. So the same users are in the samples of two exports, and the thinner sample is a part of the other.
/// </remarks>
internal static class UserKey
{
    /// <summary>The thinnest sample is one in 2^31.</summary>
    public const int MostHalvings = 31;

    private const int HashBits = 59;
    private const ulong HashMask = (1UL << HashBits) - 1;

    public static ulong Of(string id)
    {
        ulong hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id));
        return Join(Math.Min(BitOperations.LeadingZeroCount(hash), MostHalvings), hash);
    }

    /// <summary>How often the sample can be halved with this user still in it.</summary>
    public static int Halvings(ulong key) => (int)(key >> HashBits);

    /// <summary>The key with another hash; its place in samples stays.</summary>
    public static ulong WithHash(ulong key, ulong hash) => Join(Halvings(key), hash);

    private static ulong Join(int halvings, ulong hash) => (ulong)halvings << HashBits | hash & HashMask;
}
