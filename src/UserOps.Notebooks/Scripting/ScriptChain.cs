using System.Reflection;

namespace UserOps.Notebooks.Scripting;

/// <summary>A variable that a cell declared.</summary>
internal sealed record ScriptVariable(string Name, Type Type, object? Value);

/// <summary>The running state of a session: the pieces of C# that ran, each with its variables.</summary>
internal sealed class ScriptChain(ScriptCompiler compiler, ScriptLoadContext assemblies)
{
    // Slot 0 belongs to a host object, which sessions do not have.
    private object?[] _states = new object?[64];
    private int _last;

    /// <summary>Starts a piece on this thread; the task ends with the value of its last expression.</summary>
    /// <remarks>The piece joins the session before it runs: what it assigns before an exception stays.</remarks>
    public Task<object?> Start(Submission submission)
    {
        compiler.Accept(submission.Compilation);
        if (submission.EntryPoint is not { } symbol)
            return Task.FromResult<object?>(null);
        if (++_last == _states.Length)
            Array.Resize(ref _states, 2 * _last);
        var assembly = assemblies.LoadCell(submission);
        var method = assembly.GetType(symbol.ContainingType.MetadataName)!.GetMethod(symbol.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>()(_states);
    }

    /// <summary>The variables as they stand, the latest of each name.</summary>
    public IReadOnlyList<ScriptVariable> Variables =>
        [.. _states.Take(_last + 1).OfType<object>().Reverse().SelectMany(VariablesOf).DistinctBy(variable => variable.Name).OrderBy(variable => variable.Name, StringComparer.Ordinal)];

    /// <summary>Forgets all values.</summary>
    public void Clear() => Array.Clear(_states);

    private static IEnumerable<ScriptVariable> VariablesOf(object state) => state.GetType()
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => !field.Name.StartsWith('<'))
        .Select(field => new ScriptVariable(field.Name, field.FieldType, field.GetValue(state)));
}
