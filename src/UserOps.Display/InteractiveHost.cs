using System.Reflection;

namespace UserOps.Display;

/// <summary>Shows values through .NET Interactive where a cell of it is running; the host is found by name, so no package is needed.</summary>
internal static class InteractiveHost
{
    private const string HostAssembly = "Microsoft.DotNet.Interactive";

    /// <summary>Whether the value was handed to the host.</summary>
    public static bool TryPublish(IDisplayable value, MimeBundle bundle)
    {
        var host = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == HostAssembly);
        var cell = host?.GetType(HostAssembly + ".KernelInvocationContext")?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        var display = host?.GetType(HostAssembly + ".Kernel")?.GetMethod("display", BindingFlags.Public | BindingFlags.Static, [typeof(object), typeof(string[])]);
        if (cell is null || display is null)
            return false;
        string[] mimeTypes = [.. bundle.Select(rendering => rendering.Key).Where(mimeType => mimeType != MimeBundle.PlainText || bundle.Count == 1)];
        display.Invoke(null, [value, mimeTypes]);
        return true;
    }
}
