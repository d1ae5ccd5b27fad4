using System.Security.Cryptography;
using System.Text;

namespace UserOps.Data.Privacy;

/// <summary>Replaces ids by a keyed hash: equal ids get equal pseudonyms under one key, and nobody without the key can tell whose they are.</summary>
/// <remarks>HMAC-SHA-256 (RFC 2104), its first 80 bits in base32 (RFC 4648): among ten million users two share a pseudonym with a chance below 1 in 10 billion.</remarks>
internal sealed class Pseudonyms
{
    /// <summary>The least length of a key, in bytes of UTF-8.</summary>
    public const int LeastKeyLength = 16;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private readonly byte[] _key;

    public Pseudonyms(string key)
    {
        _key = Encoding.UTF8.GetBytes(key);
        if (_key.Length < LeastKeyLength)
            throw new UserOpsException(
                $"The key for pseudonyms has {_key.Length} bytes; at least {LeastKeyLength} are needed, or it can be guessed. Make one with: openssl rand -hex 32");
        if (key.Distinct().Count() < 5)
            throw new UserOpsException("The key for pseudonyms repeats fewer than five characters and can be guessed. Make one with: openssl rand -hex 32");
    }

    /// <summary>The pseudonym of an id: 16 characters a–z and 2–7.</summary>
    public string Of(string id) => Of(_key, Encoding.UTF8.GetBytes(id));

    internal static string Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, hash);
        return Base32(hash[..10]);
    }

    /// <summary>The table with every id of a user replaced.</summary>
    public TypedTable Replace(TypedTable table) => new(table.Name,
        [.. table.Columns.Select(column => column is TextColumn { Name: "user_id" or "referrer_id" } ids ? ids with { Words = [.. ids.Words.Select(Of)] } : column)]);

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length * 8 / 5];
        for (int i = 0; i < text.Length; i++)
        {
            int bit = i * 5, pair = bytes[bit / 8] << 8 | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[i] = Alphabet[pair >> (11 - bit % 8) & 31];
        }
        return new(text);
    }
}
