using System.Text.Json;

namespace UserOps.Benchmarks.Kernel;

/// <summary>The same small notebook in C# and in Python: numbers, a function, a loop, a printed line, a value.</summary>
internal static class FiveCells
{
    private static readonly string[] CSharp =
        ["var numbers = Enumerable.Range(1, 1000).ToList();", "int Square(int n) => n * n;", "long total = 0;\nforeach (int n in numbers)\n    total += Square(n);", "Console.WriteLine($\"total {total}\");", "total / 2.0"];

    private static readonly string[] Python =
        ["numbers = list(range(1, 1001))", "def square(n):\n    return n * n", "total = 0\nfor n in numbers:\n    total += square(n)", "print(f'total {total}')", "total / 2.0"];

    /// <summary>Writes both and returns their paths.</summary>
    public static (string CSharp, string Python) Write(string folder) =>
        (Write(Path.Combine(folder, "five-csharp.ipynb"), CSharp, ".net-csharp", "C#"), Write(Path.Combine(folder, "five-python.ipynb"), Python, "python3", "python"));

    private static string Write(string path, string[] cells, string kernel, string language)
    {
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            cells = cells.Select((source, i) => new { cell_type = "code", id = $"cell-{i}", metadata = new { }, source, outputs = Array.Empty<object>(), execution_count = (int?)null }),
            metadata = new { kernelspec = new { display_name = language, language, name = kernel } },
            nbformat = 4,
            nbformat_minor = 5,
        }));
        return path;
    }
}
