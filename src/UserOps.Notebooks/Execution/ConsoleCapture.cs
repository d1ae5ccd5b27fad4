using System.Text;
using UserOps.Notebooks.Documents;

namespace UserOps.Notebooks.Execution;

/// <summary>Takes over the console of the process once: what a session's code prints goes to its cell, everything else where it went before.</summary>
internal static class ConsoleCapture
{
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>Makes sure that the console is taken over.</summary>
    public static bool Ensure() => Installed.Value;

    private static bool Install()
    {
        Console.SetOut(new Router(Console.Out, isError: false));
        Console.SetError(new Router(Console.Error, isError: true));
        Console.SetIn(new Asker(Console.In));
        return true;
    }

    private sealed class Router(TextWriter before, bool isError) : TextWriter
    {
        public override Encoding Encoding => before.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (CellContext.Current is not { } cell)
                before.Write(value);
            else if (!string.IsNullOrEmpty(value))
                cell.Show(new CellOutput.Stream(isError, value));
        }

        public override void WriteLine(string? value) => Write(value + NewLine);

        public override void Flush()
        {
            if (CellContext.Current is null)
                before.Flush();
        }
    }

    private sealed class Asker(TextReader before) : TextReader
    {
        public override string? ReadLine() => CellContext.Current is { } cell
            ? cell.AskAsync("", isPassword: false).GetAwaiter().GetResult()
            : before.ReadLine();

        public override int Read() => CellContext.Current is null ? before.Read() : throw new NotebookException(
            "A cell can read whole lines only: use Console.ReadLine(), or Kernel.GetInputAsync(prompt).");

        public override int Peek() => CellContext.Current is null ? before.Peek() : -1;
    }
}
