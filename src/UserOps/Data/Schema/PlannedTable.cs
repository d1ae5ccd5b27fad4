using UserOps.Data.Reading;

namespace UserOps.Data.Schema;

/// <summary>Files that are read as one table.</summary>
/// <param name="Kind">The known table that it is; null for any other table.</param>
/// <param name="Sources">The files, all with the same columns.</param>
/// <param name="Shape">What their columns become.</param>
/// <param name="Guesses">What was chosen where there was a choice.</param>
internal sealed record PlannedTable(TableKind? Kind, IReadOnlyList<TableSource> Sources, TableShape Shape, IReadOnlyList<string> Guesses);
