using System.Security.Cryptography;
using UserOps.Reports.Runs;

namespace UserOps.Reports.Comparison;

/// <summary>The secret of a folder of reports, with which users are hashed in the files of its runs: whoever has such a file, but not the secret, cannot try ids on it.</summary>
/// <remarks>It lies at the top of <c>runs</c> and in no run, so that a run that is handed on does not take it along. HMAC-SHA-256 (RFC 2104), its first 64 bits.</remarks>
internal sealed class RunSalt
{
    private const string FileName = ".salt";
    private const int Length = 32;

    private readonly byte[] _key;
    private readonly Dictionary<ulong, ulong> _hashes = [];

    private RunSalt(byte[] key) => _key = key;

    /// <summary>The secret of a folder, made when it is first needed.</summary>
    /// <exception cref="UserOpsException">The secret cannot be read or written.</exception>
    public static RunSalt Of(string reports)
    {
        string path = Path.Combine(reports, RunHistory.FolderName, FileName);
        try
        {
            if (!File.Exists(path))
                Make(path);
            byte[] key = File.ReadAllBytes(path);
            return key.Length == Length ? new(key) : throw new UserOpsException($"'{path}' is damaged: {key.Length} bytes instead of {Length}. Remove it; runs before and after that cannot be matched by user.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"Cannot read or write '{path}': {problem.Message} Name a folder that you may write to with --out.", problem);
        }
    }

    /// <summary>A name for the secret that does not give it away: users hashed with secrets of different names cannot be matched.</summary>
    public string Name => Convert.ToHexStringLower(HMACSHA256.HashData(_key, "name of the secret"u8))[..16];

    /// <summary>The hash of a user's key.</summary>
    public ulong Hash(ulong user)
    {
        if (!_hashes.TryGetValue(user, out ulong hash))
            _hashes.Add(user, hash = BitConverter.ToUInt64(HMACSHA256.HashData(_key, BitConverter.GetBytes(user))));
        return hash;
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(Length));
    }
}
