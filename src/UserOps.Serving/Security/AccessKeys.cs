using System.Security.Cryptography;
using System.Text;

namespace UserOps.Serving.Security;

/// <summary>Who may use the page: the one who read the address in the terminal. Its token opens once; from then on a cookie does.</summary>
internal sealed class AccessKeys
{
    private readonly string _session = NewKey();
    private string? _token = NewKey();

    /// <summary>The token of the printed address; null once it was used.</summary>
    public string? Token => _token;

    /// <summary>What a form must carry, so that no other page can post in its reader's name.</summary>
    public string FormKey { get; } = NewKey();

    /// <summary>Takes the token, which is void from then on.</summary>
    /// <returns>The value of the cookie, or null where the token is not the one.</returns>
    public string? Exchange(string? token)
    {
        string? valid = _token;
        return AreEqual(token, valid) && Interlocked.CompareExchange(ref _token, null, valid) == valid ? _session : null;
    }

    public bool IsSession(string? cookie) => AreEqual(cookie, _session);

    public bool IsFormKey(string? key) => AreEqual(key, FormKey);

    // The time that it takes tells nothing about how much was right.
    private static bool AreEqual(string? given, string? expected) => given is not null && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
