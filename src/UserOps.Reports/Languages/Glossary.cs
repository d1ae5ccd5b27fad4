using System.Globalization;
using System.Text.RegularExpressions;
using UserOps.Display;

namespace UserOps.Reports.Languages;

/// <summary>What a key number is called, what it means and how it is computed.</summary>
/// <param name="Term">What it is called.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Formula">How it is computed.</param>
internal sealed record Definition(string Term, string Meaning, string Formula);

/// <summary>The definitions of one language by the names of key numbers; <c>*</c> stands for a number within a name, <c>{0}</c> repeats it.</summary>
internal sealed class Glossary
{
    private readonly List<(Regex Name, Definition Definition)> _entries;

    private Glossary(List<(Regex, Definition)> entries) => _entries = entries;

    public static Glossary Read(string resource)
    {
        using var stream = typeof(Glossary).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new([.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .Select(parts => (Pattern(parts[0]), new Definition(parts[1], parts[2], parts[3])))]);
    }

    /// <summary>What a key number of this name is called, or null.</summary>
    public string? TermOf(string name) => Find(name)?.Term;

    /// <summary>The definitions of those of the names that are known, each once.</summary>
    public IReadOnlyList<Definition> Of(IEnumerable<Metric> metrics) => [.. metrics.Select(metric => Find(metric.Name)).OfType<Definition>().Distinct()];

    private Definition? Find(string name) => _entries
        .Select(entry => (Match: entry.Name.Match(name), entry.Definition))
        .Where(entry => entry.Match.Success)
        .Select(entry => Fill(entry.Definition, entry.Match.Groups[1].Value))
        .FirstOrDefault();

    private static Definition Fill(Definition definition, string number) => new(
        string.Format(CultureInfo.InvariantCulture, definition.Term, number),
        string.Format(CultureInfo.InvariantCulture, definition.Meaning, number),
        string.Format(CultureInfo.InvariantCulture, definition.Formula, number));

    private static Regex Pattern(string name) => new("^" + Regex.Escape(name).Replace("\\*", "([0-9]+)", StringComparison.Ordinal) + "$", RegexOptions.CultureInvariant);
}
