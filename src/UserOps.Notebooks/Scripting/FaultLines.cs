using System.Reflection;
using System.Reflection.Emit;

namespace UserOps.Notebooks.Scripting;

/// <summary>Finds the lines of a method that can have failed, for failures whose place optimized code does not keep: an index out of range, an overflow.</summary>
internal static class FaultLines
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The lines in order; empty when the kind of exception says nothing about its place.</summary>
    public static IReadOnlyList<int> Of(MethodBase method, MethodLines lines, Exception exception)
    {
        if (CanRaise(exception) is not { } canRaise || method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            return [];
        return [.. Offsets(code, canRaise).Select(offset => lines.At(offset)).OfType<int>().Distinct().Order()];
    }

    private static Func<string, bool>? CanRaise(Exception exception) => exception switch
    {
        IndexOutOfRangeException => name => name.StartsWith("ldelem", StringComparison.Ordinal) || name.StartsWith("stelem", StringComparison.Ordinal),
        DivideByZeroException => name => name is "div" or "div.un" or "rem" or "rem.un",
        OverflowException => name => name.Contains(".ovf", StringComparison.Ordinal) || name == "newarr",
        _ => null,
    };

    private static IEnumerable<int> Offsets(byte[] code, Func<string, bool> wanted)
    {
        for (int offset = 0; offset < code.Length;)
        {
            bool isLong = code[offset] == 0xFE;
            var operation = Codes[isLong ? (short)(0xFE00 | code[offset + 1]) : code[offset]];
            if (wanted(operation.Name!))
                yield return offset;
            offset += operation.Size;
            offset += operation.OperandType == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(code, offset) : SizeOf(operation.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
