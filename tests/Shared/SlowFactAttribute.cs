using System.Runtime.CompilerServices;

namespace UserOps.Testing;

/// <summary>A test of the slow category (calibration, fuzzing, large data): left out of a plain <c>dotnet test</c>, run by <c>dotnet test -- --explicit only</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = 0) : base(file, line) => Explicit = true;
}
