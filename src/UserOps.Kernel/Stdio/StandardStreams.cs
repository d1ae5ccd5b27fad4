using System.Runtime.InteropServices;

namespace UserOps.Kernel.Stdio;

/// <summary>Keeps standard input and output for messages: what else reads or prints in this process, native libraries and started programs too, gets an empty input and the error stream.</summary>
internal static partial class StandardStreams
{
    private const int Input = 0, Output = 1, Error = 2, ReadOnly = 0;

    public static (Stream Input, Stream Output) Take()
    {
        // .NET reads and writes these through duplicates of its own.
        var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        if (!OperatingSystem.IsWindows())
        {
            _ = Duplicate(Open("/dev/null", ReadOnly), Input);
            _ = Duplicate(Error, Output);
        }
        Console.SetIn(TextReader.Null);
        Console.SetOut(Console.Error);
        return (input, output);
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
