using UserOps.Data.Privacy;
using UserOps.Data.Reading;

namespace UserOps.Data.Cache;

/// <summary>Keeps opened tables as Parquet in the user's cache folder. An entry is complete or absent; a damaged one is removed and made anew.</summary>
/// <param name="root">The cache folder.</param>
/// <param name="keepPersonalData">Whether tables with unmasked personal data are kept as well.</param>
internal sealed class TableCache(string root, bool keepPersonalData = false) : ITableCache
{
    /// <summary>Why a table could not be kept; null while all went well.</summary>
    public string? Warning { get; private set; }

    /// <inheritdoc/>
    public TableReading? Find(string key)
    {
        string folder = CacheFolder.EntryOf(root, key);
        if (!Directory.Exists(folder))
            return null;
        try
        {
            return CacheEntry.Read(folder, key);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // Whatever a broken file makes the Parquet reader throw, the export itself can be read again.
            Remove(folder);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(string key, TableReading reading)
    {
        if (Warning is not null || !keepPersonalData && PersonalColumns.HoldsUnmasked(reading.Table))
            return;
        string? temporary = null;
        try
        {
            temporary = CacheFolder.MakeTemporary(root, key).FullName;
            CacheEntry.Write(temporary, key, reading);
            Publish(temporary, CacheFolder.EntryOf(root, key));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Warning = $"The table '{reading.Table.Name}' could not be kept in the cache {root}: {problem.Message} "
                + "The results are complete; opening the same files again takes as long as this time. Free some space, or name another folder in USEROPS_CACHE.";
            Remove(temporary);
        }
    }

    /// <inheritdoc/>
    public TableReading Leave(string key, TableReading reading, Func<string, bool> staysInMemory)
    {
        try
        {
            string folder = CacheFolder.EntryOf(root, key);
            return Directory.Exists(folder) ? CacheEntry.Leave(folder, reading, staysInMemory) : reading;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody has just cleared the cache.
            return reading;
        }
    }

    /// <summary>Renaming makes the entry appear whole; where another process was first, its entry stays.</summary>
    private static void Publish(string temporary, string entry)
    {
        if (Directory.Exists(entry))
            Remove(temporary);
        else
            Directory.Move(temporary, entry);
    }

    private static void Remove(string? folder)
    {
        try
        {
            if (folder is not null && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It stays for `userops clean`; nothing reads it as it is.
        }
    }
}
