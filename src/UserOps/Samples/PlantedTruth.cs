using System.Text.Json;
using UserOps.Display;

namespace UserOps.Samples;

/// <summary>A truth that was planted in simulated data, to compare an estimate with.</summary>
public sealed record PlantedTruth : AnalysisResult
{
    private const string FileName = "truth.json";
    private readonly JsonElement[] _rows;
    private readonly string[] _columns;

    private bool IsOne { get; init; }

    private PlantedTruth(string title, JsonElement[] rows) =>
        (Title, _rows, _columns) = (title, rows, [.. rows.SelectMany(row => row.EnumerateObject()).Where(one => IsPlain(one.Value)).Select(one => one.Name).Distinct(StringComparer.Ordinal)]);

    /// <summary>Which truth it is, such as <c>winback_coupon.segments</c>.</summary>
    public string Title { get; }

    /// <summary>A list of truths, or one, from the <c>truth.json</c> beside simulated data.</summary>
    /// <param name="data">The folder of the export, or a file in it.</param>
    /// <param name="path">The names that lead to the list, such as <c>winback_coupon</c>, <c>segments</c>, or to one truth, such as <c>winback_coupon</c>.</param>
    /// <exception cref="MissingDataException">There is no such file, as beside any real data, or no such truth in it.</exception>
    public static PlantedTruth Beside(string data, params IReadOnlyList<string> path)
    {
        using var document = Open(data);
        var element = document.RootElement;
        foreach (string name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                throw new MissingDataException($"{FileName} has no '{string.Join('.', path)}'.");
        if (element.ValueKind == JsonValueKind.Object)
            return new(string.Join('.', path), [element.Clone()]) { IsOne = true };
        return element.ValueKind == JsonValueKind.Array && element.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object)
            ? new(string.Join('.', path), [.. element.EnumerateArray().Select(row => row.Clone())])
            : throw new MissingDataException($"'{string.Join('.', path)}' of {FileName} is no list of truths.");
    }

    /// <summary>Holds estimates against single numbers of the <c>truth.json</c> beside simulated data.</summary>
    /// <param name="data">The folder of the export, or a file in it.</param>
    /// <param name="group">The truths, such as <c>contacts</c>.</param>
    /// <param name="pairs">Each estimate and the name of its number within the group; an estimate that is null, since the data could not give it, is left out.</param>
    /// <exception cref="MissingDataException">There is no such file, as beside any real data, or no such number in it, or no estimate.</exception>
    public static TruthComparison Compare(string data, string group, params IReadOnlyList<(Figure? Estimate, string Number)> pairs)
    {
        using var document = Open(data);
        if (!document.RootElement.TryGetProperty(group, out var truths) || truths.ValueKind != JsonValueKind.Object)
            throw new MissingDataException($"{FileName} has no '{group}'.");
        (Figure Estimate, double Truth)[] found =
        [
            .. pairs.Where(pair => pair.Estimate is not null).Select(pair => (pair.Estimate!, truths.TryGetProperty(pair.Number, out var cell) && cell.ValueKind == JsonValueKind.Number
                ? cell.GetDouble() : throw new MissingDataException($"'{group}' of {FileName} has no number '{pair.Number}'."))),
        ];
        return found.Length > 0 ? new() { Title = group, Pairs = [.. found.Select(pair => (pair.Estimate, (double?)pair.Truth))] } : throw new MissingDataException($"No estimate to hold against '{group}'.");
    }

    /// <summary>Holds estimates against a planted number of the rows of the same name.</summary>
    /// <param name="number">The field that holds the truth, such as <c>measured.net_revenue90</c>: a dot leads into a field.</param>
    /// <param name="estimates">The estimates, named as the rows are in their field <c>name</c>; of one truth under any name.</param>
    /// <exception cref="MissingDataException">No row has such a number.</exception>
    public TruthComparison Against(string number, IEnumerable<Figure> estimates)
    {
        (Figure Estimate, double? Truth)[] pairs = [.. estimates.Select(estimate => (estimate, Number(estimate.Name, number)))];
        return Array.Exists(pairs, pair => pair.Truth is not null)
            ? new() { Title = $"{Title}, {number}", Pairs = pairs }
            : throw new MissingDataException($"No row of '{Title}' in {FileName} has a number '{number}' under the name of an estimate.");
    }

    /// <summary>What each driver adds to the logarithm of the hazard of leaving, by the <c>truth.json</c> beside simulated data.</summary>
    internal static IReadOnlyList<(string Name, double Coefficient)> ChurnDrivers(string data) =>
        [.. Beside(data, "churn_drivers", "coefficients")._rows.Select(driver => (driver.GetProperty("driver").GetString()!, driver.GetProperty("coefficient").GetDouble()))];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"Planted truth: {Title}",
        _columns.Select(name => new TableColumn(name.Replace('_', ' '), FormatOf(name))).ToArray(),
        _rows.Select(row => _columns.Select(name => row.TryGetProperty(name, out var cell) ? Value(cell) : null).ToArray()),
        "what the simulation was made with or counted in it");

    private Format FormatOf(string column)
    {
        JsonElement[] cells = [.. _rows.Where(row => row.TryGetProperty(column, out _)).Select(row => row.GetProperty(column))];
        return !Array.TrueForAll(cells, cell => cell.ValueKind == JsonValueKind.Number) ? Format.Text
            : Array.TrueForAll(cells, cell => double.IsInteger(cell.GetDouble())) ? Format.Plain : Format.Number(3);
    }

    private static JsonDocument Open(string data)
    {
        string file = Path.Combine(Directory.Exists(data) ? data : Path.GetDirectoryName(data) ?? "", FileName);
        return File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)) : throw new MissingDataException($"No {FileName} lies beside the data: a truth is known for simulated data only.") { IsOfSimulations = true };
    }

    private double? Number(string name, string field)
    {
        var found = IsOne ? _rows[0] : Array.Find(_rows, row => row.TryGetProperty("name", out var cell) && cell.ValueEquals(name));
        foreach (string part in field.Split('.'))
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(part, out found))
                return null;
        return found.ValueKind == JsonValueKind.Number ? found.GetDouble() : null;
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static object? Value(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetDouble(),
        JsonValueKind.String => cell.GetString(),
        JsonValueKind.True or JsonValueKind.False => cell.GetBoolean() ? "yes" : "no",
        _ => null,
    };
}
