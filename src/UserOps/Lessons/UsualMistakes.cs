using System.Globalization;

namespace UserOps.Lessons;

/// <summary>Slips that happen in every lesson, recognised without being named by the question.</summary>
internal static class UsualMistakes
{
    /// <summary>What was probably done; null where none of the slips explains the answer.</summary>
    public static string? Find(AnswerValue expected, AnswerValue given, double? tolerance, CheckWords words)
    {
        if (expected is AnswerValue.Text { IsChoice: true } && given is AnswerValue.Text { Letter: "" })
            return words.Letter;
        if (expected is not AnswerValue.Number { Value: not 0 } number || given is not AnswerValue.Number answer)
            return null;
        bool isShare = !number.IsWhole && number.Value is > -1 and < 1;
        return IsRounded(number, answer) ? words.Rounded
            : isShare && Is(answer.Value / 100) ? words.Percent
            : Is(answer.Value * 100) ? words.TooSmall
            : Is(-answer.Value) ? words.Sign
            : isShare && number.Value > 0 && Is(1 - answer.Value) ? words.Complement
            : null;

        bool Is(double value) => number.Matches(new AnswerValue.Number(value, IsWhole: false), tolerance);
    }

    /// <summary>Whether the answer is the right one with the decimals that it has, which are too few.</summary>
    private static bool IsRounded(AnswerValue.Number expected, AnswerValue.Number given)
    {
        string text = given.Value.ToString(CultureInfo.InvariantCulture);
        int decimals = text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return !expected.IsWhole && decimals is > 0 and <= 6 && Math.Abs(expected.Value - given.Value) <= 0.5 * Math.Pow(10, -decimals) * (1 + 1e-9);
    }
}
