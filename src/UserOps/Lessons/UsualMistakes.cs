namespace UserOps.Lessons;

/// <summary>Slips with numbers that happen in every lesson, recognised without being named by the question.</summary>
internal static class UsualMistakes
{
    /// <summary>What was probably done; null where none of the slips explains the answer.</summary>
    public static string? Find(AnswerValue expected, AnswerValue given, double? tolerance, CheckWords words)
    {
        if (expected is not AnswerValue.Number { Value: not 0 } number || given is not AnswerValue.Number answer)
            return null;
        bool isShare = !number.IsWhole && number.Value is > 0 and < 1;
        return isShare && Is(answer.Value / 100) ? words.Percent
            : Is(answer.Value * 100) ? words.TooSmall
            : Is(-answer.Value) ? words.Sign
            : isShare && Is(1 - answer.Value) ? words.Complement
            : null;

        bool Is(double value) => number.Matches(new AnswerValue.Number(value, IsWhole: false), tolerance);
    }
}
