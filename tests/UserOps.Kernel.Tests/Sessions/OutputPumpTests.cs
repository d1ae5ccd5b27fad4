using UserOps.Display;
using UserOps.Kernel.Sessions;
using UserOps.Notebooks.Documents;

namespace UserOps.Kernel.Tests.Sessions;

public class OutputPumpTests
{
    private readonly List<CellOutput> _emitted = [];
    private readonly OutputPump _pump;

    public OutputPumpTests() => _pump = new(output =>
    {
        lock (_emitted)
            _emitted.Add(output);
    });

    [Fact]
    public void Text_is_gathered_until_something_else_comes()
    {
        _pump.Add(new CellOutput.Stream(false, "a"));
        _pump.Add(new CellOutput.Stream(false, "b"));
        _pump.Add(new CellOutput.Display(MimeBundle.Of("x")));
        Assert.Equal(new CellOutput.Stream(false, "ab"), _emitted[0]);
        Assert.Equal(2, _emitted.Count);
    }

    [Fact]
    public async Task Text_does_not_wait_for_long()
    {
        _pump.Add(new CellOutput.Stream(false, "a"));
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Single(_emitted);
    }

    [Fact]
    public void Large_text_comes_in_pieces_that_break_no_character()
    {
        string text = string.Concat(Enumerable.Repeat("😀", 400_000));
        _pump.Add(new CellOutput.Stream(false, "x" + text));
        _pump.Flush();
        string[] pieces = [.. _emitted.Cast<CellOutput.Stream>().Select(stream => stream.Text)];
        Assert.True(pieces.Length > 2);
        Assert.All(pieces, piece => Assert.False(char.IsHighSurrogate(piece[^1])));
        Assert.Equal("x" + text, string.Concat(pieces));
    }

    [Fact]
    public void Text_of_many_threads_is_not_lost()
    {
        Parallel.For(0, 8, thread =>
        {
            for (int i = 0; i < 1000; i++)
                _pump.Add(new CellOutput.Stream(false, "x"));
        });
        _pump.Flush();
        Assert.Equal(8000, _emitted.Cast<CellOutput.Stream>().Sum(stream => stream.Text.Length));
    }
}
