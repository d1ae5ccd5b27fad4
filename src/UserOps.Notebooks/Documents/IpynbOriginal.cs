namespace UserOps.Notebooks.Documents;

/// <summary>The bytes of a notebook file around its cells, kept so that saving changes nothing but what changed.</summary>
/// <param name="Head">Everything up to the bracket that opens the cells.</param>
/// <param name="Tail">Everything from the white space before the bracket that closes them.</param>
internal sealed record IpynbOriginal(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail);

/// <summary>The bytes of one cell as it stands in its file, and what they meant.</summary>
/// <param name="Leading">The white space before it.</param>
/// <param name="Text">The cell's JSON object.</param>
/// <param name="Cell">The cell as read from it.</param>
internal sealed record IpynbCellOriginal(ReadOnlyMemory<byte> Leading, ReadOnlyMemory<byte> Text, NotebookCell Cell);

/// <summary>Where a value lies within a piece of JSON text.</summary>
internal readonly record struct JsonSpan(int Start, int Length)
{
    public int End => Start + Length;
}
