using System.CommandLine;
using System.Text.Json;
using UserOps.Benchmarks.Measuring;

namespace UserOps.Benchmarks.Kernel;

/// <summary>The verb <c>kernel</c>: the installed kernel beside ipykernel, met by the same client, and a headless run beside nbconvert's.</summary>
internal static class KernelCommand
{
    private const string Ours = "userops-csharp", Peer = "python3";

    public static Command Make(Option<string> folder, Option<string> python)
    {
        var userops = new Option<string>("--userops") { Description = "The program, built: the script ./userops.", DefaultValueFactory = _ => "./userops" };
        var rounds = new Option<int>("--rounds") { Description = "How often each side is started, in turn; medians count.", DefaultValueFactory = _ => 5 };
        var cells = new Option<int>("--cells") { Description = "Trivial cells after the first.", DefaultValueFactory = _ => 100 };
        var command = new Command("kernel", "Starts the kernel and ipykernel in turn, runs trivial cells and a five-cell notebook, and prints JSON.") { userops, rounds, cells };
        command.SetAction(parsed =>
        {
            string work = Path.Combine(parsed.GetValue(folder)!, "kernel");
            Directory.CreateDirectory(work);
            var answer = Compare(Path.GetFullPath(parsed.GetValue(userops)!), parsed.GetValue(python)!, work, parsed.GetValue(rounds), parsed.GetValue(cells));
            Console.WriteLine(JsonSerializer.Serialize(answer, Child.Json));
            return answer.Holds ? 0 : 1;
        });
        return command;
    }

    private static KernelComparison Compare(string userops, string python, string work, int rounds, int cells)
    {
        (string, string) jupyter = ("JUPYTER_DATA_DIR", Path.Combine(work, "jupyter"));
        Wall.Seconds(userops, ["kernel", "install"], work, jupyter);
        string client = Path.Combine(AppContext.BaseDirectory, "kernel_jupyter.py");
        List<KernelFigures> ours = [], peer = [];
        List<double> headless = [], nbconvert = [];
        var notebooks = FiveCells.Write(work);
        for (int round = 0; round < rounds; round++)
        {
            ours.Add(Child.Read<KernelFigures>(python, [client, Ours, $"{cells}"], jupyter));
            peer.Add(Child.Read<KernelFigures>(python, [client, Peer, $"{cells}"], jupyter));
            headless.Add(Wall.Seconds(userops, ["report", notebooks.CSharp, "--out", Path.Combine(work, "reports")], work, jupyter));
            nbconvert.Add(Wall.Seconds(python, ["-m", "nbconvert", "--to", "html", "--execute", notebooks.Python, "--output-dir", work], work, jupyter));
        }
        return new(Machine.Description, KernelFigures.Median(ours), KernelFigures.Median(peer), KernelFigures.MedianOf(headless), KernelFigures.MedianOf(nbconvert));
    }
}
