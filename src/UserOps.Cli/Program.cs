using System.Text;
using UserOps.Cli;
using UserOps.Cli.Terminals;

if (OperatingSystem.IsWindows())
    Console.OutputEncoding = Encoding.UTF8;
return await CommandLine.RunAsync(args, Terminal.OfProcess());
