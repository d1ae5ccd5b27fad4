using UserOps.Data.Privacy;
using UserOps.Display;
using UserOps.Features;

namespace UserOps.Segments.Audiences;

/// <summary>People to act on, the first first: names them as the choice of ids allows, and writes them to a file.</summary>
public sealed record PeopleList : AnalysisResult
{
    internal PeopleList() { }

    /// <summary>Who they are.</summary>
    public required string Title { get; init; }

    /// <summary>How they were chosen.</summary>
    public required string Rule { get; init; }

    /// <summary>How people are named.</summary>
    public required ListIds Ids { get; init; }

    /// <summary>The people and the features shown.</summary>
    public required FeatureTable Users { get; init; }

    /// <summary>The first of the list.</summary>
    /// <param name="count">How many at most.</param>
    public PeopleList First(int count)
    {
        int kept = Math.Min(count, Users.Count);
        return this with { Title = $"{Title}: the first {kept} of {Caption.Count(Users.Count)}", Users = Users.Rows([.. Enumerable.Range(0, kept)]) };
    }

    /// <summary>Writes the list as CSV that Excel opens, which is whole or not there; ids as chosen.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    public void WriteCsv(string path) => ToTable().WriteCsv(path);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Title,
        [new(Ids.Heading, Format.Text), .. Users.Features.Select(feature => new TableColumn(feature.Name, feature.Format))],
        Enumerable.Range(0, Users.Count).Select(row => (object?[])[Ids.Of(Users.Ids[row], row), .. Users.Columns.Columns.Select(column => column.ValueAt(row))]),
        $"n = {Caption.Count(Users.Count)} people · {Rule} · {Ids}");
}
