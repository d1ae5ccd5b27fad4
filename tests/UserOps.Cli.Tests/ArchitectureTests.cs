using System.Reflection;
using System.Xml.Linq;
using UserOps.Testing;

namespace UserOps.Cli.Tests;

/// <summary>References run one way: the library never knows that notebooks exist, the engine never knows user operations.</summary>
public class ArchitectureTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "UserOps.Display", [] },
        { "UserOps", ["UserOps.Display"] },
        { "UserOps.Notebooks.Guards", [] },
        { "UserOps.Notebooks", ["UserOps.Display", "UserOps.Notebooks.Guards"] },
        { "UserOps.Kernel", ["UserOps.Display", "UserOps.Notebooks"] },
        { "UserOps.Reports", ["UserOps.Display", "UserOps", "UserOps.Notebooks"] },
        { "UserOps.Serving", ["UserOps.Display", "UserOps", "UserOps.Notebooks", "UserOps.Reports"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_names_only_what_it_may_use(string project, string[] allowed) => Assert.Subset(allowed.ToHashSet(), ProjectReferences(project));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void An_assembly_uses_only_what_it_may_use(string project, string[] allowed) => Assert.Subset(allowed.ToHashSet(), AssemblyReferences(project));

    private static HashSet<string> ProjectReferences(string project) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];

    private static HashSet<string> AssemblyReferences(string project) =>
        [.. Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.Split('.')[0] == "UserOps")];
}
