namespace UserOps.Samples;

/// <summary>How far a simulation has come.</summary>
/// <param name="Day">Days simulated.</param>
/// <param name="Days">Days to simulate.</param>
/// <param name="Events">Events written.</param>
public readonly record struct ShopProgress(int Day, int Days, long Events);

/// <summary>What was written.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Rows">Rows of each table, by canonical name.</param>
public sealed record ShopWritten(string Folder, IReadOnlyDictionary<string, long> Rows);

/// <summary>Simulates a shop with a community and writes its export: tables with known truths to practise and to test on.</summary>
/// <remarks>Memory grows by about 200 bytes a user, and not with the events written; 10 million events take about 10 seconds.</remarks>
public static class ShopSample
{
    /// <summary>The name of the file that tells what was planted.</summary>
    public const string TruthFile = Truth.FileName;

    /// <summary>Writes the tables, <c>export.json</c> and <c>truth.json</c> into a folder, which is made if need be; an earlier sample in it is replaced.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How large, and in which dress.</param>
    /// <param name="progress">Told after every simulated day.</param>
    /// <param name="cancellation">Stops the simulation; nothing half-written remains.</param>
    /// <exception cref="UserOpsException">An option is out of range, the folder holds other files, or it cannot be written.</exception>
    public static ShopWritten Write(
        string folder, ShopOptions options, IProgress<ShopProgress>? progress = null, CancellationToken cancellation = default)
    {
        options.Check();
        try
        {
            CheckFolder(folder);
            using var files = new ShopFiles(folder, options);
            var shop = new Shop(options, files);
            var simulation = new Simulation(shop);
            simulation.Run(progress, cancellation);
            files.Write(Truth.FileName, new Truth(shop, simulation).ToJson());
            files.Write(ExportNote.Name, ExportNote.Of(options));
            var rows = files.Rows;
            files.Complete();
            return new(folder, rows);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserOpsException($"The sample cannot be written to '{folder}': {failure.Message} Choose another folder or make room.", failure);
        }
    }

    /// <summary>An export of somebody's own has files of the same names, and no truth beside them.</summary>
    private static void CheckFolder(string folder)
    {
        if (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, Truth.FileName)) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UserOpsException($"'{folder}' holds files that are no sample, and a sample would replace or join them. Name a new or an empty folder.");
    }
}
