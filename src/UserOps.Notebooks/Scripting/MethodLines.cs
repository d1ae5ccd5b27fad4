using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace UserOps.Notebooks.Scripting;

/// <summary>On which lines the instructions of a method stand.</summary>
internal sealed class MethodLines
{
    private readonly List<SequencePoint> _points;

    /// <param name="method">The method, of the assembly to which the symbols belong.</param>
    /// <param name="symbols">A portable PDB.</param>
    public MethodLines(MethodBase method, byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage([.. symbols]);
        int row = MetadataTokens.GetRowNumber((MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken));
        _points = [.. provider.GetMetadataReader().GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(row)).GetSequencePoints().Where(point => !point.IsHidden)];
    }

    /// <summary>The line of the instruction at an offset; null where that is unknown.</summary>
    public int? At(int offset) =>
        offset != StackFrame.OFFSET_UNKNOWN && _points.LastOrDefault(point => point.Offset <= offset) is { StartLine: > 0 } point ? point.StartLine : null;
}
