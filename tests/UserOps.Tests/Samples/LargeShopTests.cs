using UserOps.Samples;
using UserOps.Testing;

namespace UserOps.Tests.Samples;

// Time and memory are the process's: nothing else may run beside it.
[CollectionDefinition(nameof(LargeShopTests), DisableParallelization = true)]
[Collection(nameof(LargeShopTests))]
public class LargeShopTests
{
    private const int UsersOfTenMillionEvents = 560_000;

    [SlowFact]
    public void Ten_million_events_are_written_in_little_memory()
    {
        var folder = Directory.CreateTempSubdirectory("ten-million");
        try
        {
            var held = new Held();
            var written = ShopSample.Write(folder.FullName, new() { Users = UsersOfTenMillionEvents }, held, TestContext.Current.CancellationToken);
            Assert.InRange(written.Rows["events"], 9_500_000, 11_500_000);
            // About 200 bytes a user: members, their appointments, and the events of one day; none of it grows with the events written.
            Assert.InRange(held.Most, 0, 300L * UsersOfTenMillionEvents);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private sealed class Held : IProgress<ShopProgress>
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

        public long Most { get; private set; }

        public void Report(ShopProgress value)
        {
            if (value.Day % 20 == 0)
                Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }
    }
}
