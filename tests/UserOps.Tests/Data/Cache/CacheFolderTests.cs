using UserOps.Data.Cache;
using UserOps.Testing;

namespace UserOps.Tests.Data.Cache;

public class CacheFolderTests
{
    private static string Find(params (string Name, string Value)[] variables) =>
        CacheFolder.Find(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    [Fact]
    public void The_variable_of_the_workbench_names_the_folder() =>
        Assert.Equal(Path.GetFullPath("elsewhere"), Find(("USEROPS_CACHE", "elsewhere"), ("XDG_CACHE_HOME", Path.GetTempPath())));

    [Fact]
    public void Linux_keeps_caches_where_XDG_says()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "XDG is a convention of Linux.");
        Assert.Equal("/var/x/userops", Find(("XDG_CACHE_HOME", "/var/x")));
        Assert.EndsWith("/.cache/userops", Find());
        Assert.EndsWith("/.cache/userops", Find(("XDG_CACHE_HOME", "not/absolute")));
    }

    [Fact]
    public void Clearing_removes_tables_and_nothing_else_and_says_how_much()
    {
        using var folder = new TemporaryFolder();
        string entry = Directory.CreateDirectory(CacheFolder.EntryOf(folder.Path, "0123456789abcdef")).FullName;
        string unfinished = CacheFolder.MakeTemporary(folder.Path, "0123456789abcdef").FullName;
        string foreign = Directory.CreateDirectory(Path.Combine(folder.Path, "tables", "my photographs")).FullName;
        foreach (string place in new[] { entry, unfinished, foreign, folder.Path })
            File.WriteAllText(Path.Combine(place, "file"), "12345");
        Assert.Equal(new(2, 10), CacheFolder.Clear(folder.Path));
        Assert.False(Directory.Exists(entry) || Directory.Exists(unfinished));
        Assert.True(File.Exists(Path.Combine(foreign, "file")) && File.Exists(Path.Combine(folder.Path, "file")));
    }

    [Fact]
    public void Clearing_a_folder_that_is_absent_removes_nothing() => Assert.Equal(default, CacheFolder.Clear("/absent/folder"));
}
