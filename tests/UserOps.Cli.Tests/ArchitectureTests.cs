using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using UserOps.Cli.Reporting;
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

    [Fact]
    public void No_name_that_cells_know_means_something_else_in_the_core_of_the_framework()
    {
        // The first cells are compiled against that core alone: what they mean there they must mean for good.
        string[] usual = ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];
        var core = new[] { typeof(object), typeof(Console), typeof(Enumerable), typeof(SortedSet<int>) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => usual.Contains(type.Namespace)).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Type[] own = [.. InBox.Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => InBox.Usings.Contains(type.Namespace))];
        Assert.True(own.Length > 100);
        Assert.Empty(own.Where(type => !type.IsNested && core.Contains(type.Name)).Select(type => type.FullName));
        var linq = typeof(Enumerable).GetMethods().Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(own.SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && linq.Contains(method.Name) && method.GetParameters()[0].ParameterType.Namespace!.StartsWith("System", StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    private static HashSet<string> ProjectReferences(string project) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];

    private static HashSet<string> AssemblyReferences(string project) =>
        [.. Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.Split('.')[0] == "UserOps")];
}
