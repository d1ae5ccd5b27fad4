using System.IO.Hashing;

namespace UserOps.Data.Cache;

/// <summary>A file of checksums beside other files: a flipped bit or a missing end in any of them, or in itself, is found.</summary>
internal static class Checksums
{
    private const string Name = "checksums";

    public static void Write(string folder, IReadOnlyList<string> files)
    {
        using var writer = new StreamWriter(OwnerFile.Create(Path.Combine(folder, Name)));
        writer.Write(Of(folder, files));
    }

    /// <exception cref="InvalidDataException">A file differs from the one written.</exception>
    public static void Verify(string folder, IReadOnlyList<string> files)
    {
        if (File.ReadAllText(Path.Combine(folder, Name)) != Of(folder, files))
            throw new InvalidDataException("The files differ from those written.");
    }

    private static string Of(string folder, IReadOnlyList<string> files) =>
        string.Concat(files.Select(file => $"{Hash(Path.Combine(folder, file))}  {file}\n"));

    private static string Hash(string path)
    {
        var hash = new XxHash3();
        using var file = File.OpenRead(path);
        hash.Append(file);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
