using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace UserOps.Notebooks.Parameters;

/// <summary>Parameters that nobody may see: their values come from the environment, and the executed notebook names the variable alone.</summary>
public static partial class SecretParameter
{
    /// <summary>What stands where the value would.</summary>
    public const string Hidden = "***";

    /// <summary>A shorter value would be found in texts that have nothing to do with it.</summary>
    private const int LeastLength = 6;

    /// <summary>The environment variable of a parameter: <c>USEROPS_API_KEY</c> for <c>apiKey</c>.</summary>
    public static string VariableOf(string parameter) => "USEROPS_" + WordStart().Replace(parameter, "_").ToUpperInvariant();

    /// <summary>Gives a value to this process alone, for the code that fetches it.</summary>
    /// <exception cref="NotebookException">The value is too short to be kept out of what cells show.</exception>
    public static void Keep(string parameter, string value)
    {
        if (value.Length < LeastLength)
            throw new NotebookException(TooShort(parameter));
        Environment.SetEnvironmentVariable(VariableOf(parameter), value);
    }

    /// <summary>The value of a parameter, or null where its variable is not set.</summary>
    internal static string? ValueOf(DeclaredParameter parameter) =>
        parameter.Declaration.IsSecret && Environment.GetEnvironmentVariable(VariableOf(parameter.Name)) is { Length: > 0 } value ? value : null;

    /// <summary>The C# expression that fetches the value.</summary>
    internal static string Expression(DeclaredParameter parameter) => $"System.Environment.GetEnvironmentVariable(\"{VariableOf(parameter.Name)}\")!";

    /// <summary>Why a parameter cannot be given as it is, or null.</summary>
    internal static string? Problem(DeclaredParameter parameter, bool isGiven) => parameter switch
    {
        { Declaration.IsSecret: false } => null,
        { Type.SpecialType: not SpecialType.System_String } => $"'{parameter.Name}' is secret and {parameter.Declaration.Type}: only a string can be secret.",
        _ when isGiven => $"'{parameter.Name}' is secret: a value in the command would stay in the history of the shell. Set the environment variable {VariableOf(parameter.Name)} instead.",
        _ when ValueOf(parameter) is { Length: < LeastLength } => TooShort(parameter.Name),
        _ => null,
    };

    private static string TooShort(string parameter) =>
        $"'{parameter}' is secret and shorter than {LeastLength} characters: so short a value cannot be kept out of the report. Give a longer one in {VariableOf(parameter)}.";

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
