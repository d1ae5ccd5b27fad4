namespace UserOps.Testing;

/// <summary>Finds the public data sets beside the repository or in <c>$USEROPS_DATA</c>. Absent: the test is skipped, or fails where <c>CI=true</c>.</summary>
internal static class PublicData
{
    /// <summary>The path of a file or folder of the public data, such as <c>retentioneering/ecom.csv.gz</c>.</summary>
    public static string Path(string relative)
    {
        string? root = Environment.GetEnvironmentVariable("USEROPS_DATA") ?? FindBesideRepository();
        string path = System.IO.Path.Combine(root ?? "", relative);
        if (root is not null && (File.Exists(path) || Directory.Exists(path)))
            return path;
        string reason = $"The public data '{relative}' is absent: put it under shared/data beside the repository, or name its folder in USEROPS_DATA.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
        return path;
    }

    private static string? FindBesideRepository() => Repository.Root is { } root
        && System.IO.Path.Combine(root, "..", "shared", "data") is var folder && Directory.Exists(folder)
            ? System.IO.Path.GetFullPath(folder)
            : null;
}

/// <summary>The folders of the checkout that the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "UserOpsNotebooks.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
