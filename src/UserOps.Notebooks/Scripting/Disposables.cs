namespace UserOps.Notebooks.Scripting;

/// <summary>Variables declared with <c>using</c> at the top of a cell: they live as long as the notebook, as in a program of top-level statements.</summary>
internal sealed class Disposables
{
    private readonly List<(string Name, object Value)> _values = [];

    /// <summary>Disposes the earlier values of names that are declared anew.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<string> names) => DisposeAsync([.. _values.Where(value => names.Contains(value.Name))]);

    /// <summary>Takes the values of the names from the variables of the piece that declared them.</summary>
    public void Take(IReadOnlyCollection<string> names, IEnumerable<ScriptVariable> variables) =>
        _values.AddRange(variables.Where(variable => variable.Value is not null && names.Contains(variable.Name)).Select(variable => (variable.Name, variable.Value!)));

    /// <summary>Disposes everything, the latest first.</summary>
    public Task ReleaseAllAsync() => DisposeAsync([.. _values]);

    private async Task DisposeAsync(List<(string Name, object Value)> values)
    {
        values.Reverse();
        foreach (var entry in values)
        {
            _values.Remove(entry);
            if (entry.Value is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync().ConfigureAwait(true);
            else
                (entry.Value as IDisposable)?.Dispose();
        }
    }
}
