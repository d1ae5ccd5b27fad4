using System.Reflection;
using System.Runtime.InteropServices;

namespace UserOps.Kernel.Installation;

/// <summary>How this program is started by another one: absolute paths, since nobody knows from which folder.</summary>
/// <param name="Arguments">The executable and what comes before the program's own arguments.</param>
/// <param name="DotnetRoot">The folder of the .NET that runs it.</param>
public sealed record KernelProgram(IReadOnlyList<string> Arguments, string DotnetRoot)
{
    /// <summary>The program that runs now.</summary>
    public static KernelProgram Current
    {
        get
        {
            string process = Environment.ProcessPath!;
            bool isDotnet = Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new(isDotnet ? [process, Assembly.GetEntryAssembly()!.Location] : [process], Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        }
    }
}
