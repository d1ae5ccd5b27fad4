namespace UserOps.Cli.Reporting;

/// <summary>Collects everything that is wrong with a request, so that it is told at once and before anything runs.</summary>
internal sealed class Problems
{
    private readonly List<string> _found = [];

    public void Add(string problem) => _found.Add(problem);

    public void AddRange(IEnumerable<string> problems) => _found.AddRange(problems);

    /// <exception cref="UserOpsException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count == 1)
            throw new UserOpsException(_found[0]);
        if (_found.Count > 1)
            throw new UserOpsException($"{_found.Count} problems:\n" + string.Join('\n', _found.Select(problem => "- " + problem)));
    }
}
