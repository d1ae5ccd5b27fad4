using UserOps.Notebooks.Parameters;

namespace UserOps.Serving;

/// <summary>What the page needs of the program that it stands for.</summary>
public interface IReportProgram
{
    /// <summary>The notebooks that can be run, in order.</summary>
    IReadOnlyList<ServedNotebook> Notebooks { get; }

    /// <summary>What is wrong with an order, one sentence each; empty when it can run.</summary>
    IReadOnlyList<string> Check(RunOrder order);

    /// <summary>Runs a notebook; when cancelled, it is over before the task ends.</summary>
    Task<RunResult> RunAsync(RunOrder order, IProgress<string> lines, CancellationToken cancellation);
}

/// <summary>How a run ended.</summary>
/// <param name="Code">The exit code that the command line would give: 0 well, 1 a cell failed, 2 the input was not usable.</param>
/// <param name="Run">The name under which the folder of reports keeps the run; null where it came to no end.</param>
public sealed record RunResult(int Code, string? Run);

/// <summary>A notebook as the page offers it.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Title">The question that it answers.</param>
/// <param name="Parameters">What can be set.</param>
public sealed record ServedNotebook(string Name, string Title, IReadOnlyList<ParameterDeclaration> Parameters);

/// <summary>What somebody asked the page to run.</summary>
/// <param name="Notebook">The name of the notebook.</param>
/// <param name="Data">The full path of the export, inside the folders that the page may read.</param>
/// <param name="Values">The values given, by parameter; what is not given keeps its default.</param>
public sealed record RunOrder(string Notebook, string Data, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
