namespace UserOps.Notebooks.Assistance;

/// <summary>What stands at a place of a cell.</summary>
/// <param name="Markdown">Its signature as a block of C#, then its documentation.</param>
/// <param name="Start">Where the explained word starts.</param>
/// <param name="End">Where it ends.</param>
public sealed record HoverText(string Markdown, int Start, int End);
