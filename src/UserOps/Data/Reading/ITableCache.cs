namespace UserOps.Data.Reading;

/// <summary>Keeps tables that were read, so that unchanged files need not be read again.</summary>
internal interface ITableCache
{
    /// <summary>The table kept under this key, or null when there is none or it is damaged.</summary>
    /// <param name="key">Hexadecimal digits over the files' content, the map, the options and the reader's version.</param>
    TableReading? Find(string key);

    /// <summary>Keeps a table under this key; failing to is not an error.</summary>
    void Keep(string key, TableReading reading);

    /// <summary>A table that was kept, with the codes of words left in the cache until somebody asks for them; as it is where it was not kept.</summary>
    /// <param name="key">The key under which it was kept.</param>
    /// <param name="reading">The table.</param>
    /// <param name="staysInMemory">The names of columns whose codes will be wanted at once.</param>
    TableReading Leave(string key, TableReading reading, Func<string, bool> staysInMemory);
}
