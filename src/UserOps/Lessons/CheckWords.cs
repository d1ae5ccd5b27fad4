using System.Globalization;

namespace UserOps.Lessons;

/// <summary>The sentences with which answers are judged, in one language.</summary>
public sealed record CheckWords
{
    private CheckWords() { }

    /// <summary>English.</summary>
    public static CheckWords English { get; } = new()
    {
        Right = "Right.",
        Wrong = "Not yet.",
        Unanswered = "Not answered yet.",
        Space = " ",
        HintWord = "Hint: ",
        AnotherAnswer = "The answer is another one.",
        NotANumber = "Your answer is not a finite number: something was divided by zero, or there was nothing to take a mean of.",
        Percent = "That is in per cent; rates are fractions here, as in 0.25 for a quarter.",
        Rounded = "That is the answer, rounded too far: give one digit more.",
        TooSmall = "That is a hundredth of it: a fraction was divided by 100 once more.",
        Sign = "The size is right, the sign is not: check which of the two is subtracted.",
        Complement = "That is the share of the others: one minus what the question asks for.",
        OtherKindFormat = "{0} is expected; your answer is {1}.",
        Letter = "Answer with the letter of your choice.",
        NoneBelongs = "None of what you name belongs to the answer.",
        SomeStrange = "Not all that you name belongs to the answer; nothing is missing.",
        SomeMissing = "All that you name belongs to the answer; something is missing.",
        SomeStrangeSomeMissing = "Not all that you name belongs to the answer, and something is missing.",
        TooShort = "Your list is too short.",
        TooLong = "Your list is too long.",
        PlaceFormat = "The first place that differs is number {0}.",
        OtherNamesFormat = "Look again at: {0}.",
        StrangeNamesFormat = "Not asked for: {0}.",
        NameMissing = "Something is missing.",
        Kinds = new()
        {
            [AnswerKind.Number] = "a number, such as 0.25 or 1200,",
            [AnswerKind.Text] = "text, such as \"B\" or a name,",
            [AnswerKind.Flag] = "true or false",
            [AnswerKind.Day] = "a day, such as new DateOnly(2024, 3, 1),",
            [AnswerKind.List] = "a list, such as new[] { … },",
            [AnswerKind.Map] = "a dictionary, one value a name,",
            [AnswerKind.Table] = "a table",
            [AnswerKind.Other] = "something else",
        },
    };

    /// <summary>Chinese.</summary>
    public static CheckWords Chinese { get; } = new()
    {
        Right = "正确。",
        Wrong = "还不对。",
        Unanswered = "还没有作答。",
        Space = "",
        HintWord = "提示：",
        AnotherAnswer = "答案不是这个。",
        NotANumber = "你的答案不是有限的数：可能除以了零，或者没有任何值可以求平均。",
        Percent = "这是百分数；这里的比率一律写成小数，例如四分之一写 0.25。",
        Rounded = "方向对了，但四舍五入得太粗：请再多给一位小数。",
        TooSmall = "这只有答案的百分之一：小数又被多除了一次 100。",
        Sign = "大小对了，符号反了：看看是谁减谁。",
        Complement = "这是另一部分人的占比：用 1 减去它才是题目要的。",
        OtherKindFormat = "这里需要{0}；你的答案是{1}。",
        Letter = "请用选项的字母作答。",
        NoneBelongs = "你给出的都不属于答案。",
        SomeStrange = "你给出的并不都属于答案；没有遗漏。",
        SomeMissing = "你给出的都属于答案，但还有遗漏。",
        SomeStrangeSomeMissing = "你给出的并不都属于答案，而且还有遗漏。",
        TooShort = "你的列表太短了。",
        TooLong = "你的列表太长了。",
        PlaceFormat = "第一个不同的位置是第 {0} 个。",
        OtherNamesFormat = "请再看看：{0}。",
        StrangeNamesFormat = "题目没有问：{0}。",
        NameMissing = "还有遗漏。",
        Kinds = new()
        {
            [AnswerKind.Number] = "一个数（如 0.25 或 1200）",
            [AnswerKind.Text] = "一段文字（如 \"B\" 或一个名称）",
            [AnswerKind.Flag] = "true 或 false",
            [AnswerKind.Day] = "一个日期（如 new DateOnly(2024, 3, 1)）",
            [AnswerKind.List] = "一个列表（如 new[] { … }）",
            [AnswerKind.Map] = "一个字典（每个名称一个值）",
            [AnswerKind.Table] = "一张表",
            [AnswerKind.Other] = "别的东西",
        },
    };

    internal string Right { get; private init; } = "";
    internal string Wrong { get; private init; } = "";
    internal string Unanswered { get; private init; } = "";
    internal string Space { get; private init; } = "";
    internal string AnotherAnswer { get; private init; } = "";
    internal string NotANumber { get; private init; } = "";
    internal string Percent { get; private init; } = "";
    internal string Rounded { get; private init; } = "";
    internal string TooSmall { get; private init; } = "";
    internal string Sign { get; private init; } = "";
    internal string Complement { get; private init; } = "";
    internal string Letter { get; private init; } = "";
    private string HintWord { get; init; } = "";
    private string OtherKindFormat { get; init; } = "";
    private string NoneBelongs { get; init; } = "";
    private string SomeStrange { get; init; } = "";
    private string SomeMissing { get; init; } = "";
    private string SomeStrangeSomeMissing { get; init; } = "";
    private string TooShort { get; init; } = "";
    private string TooLong { get; init; } = "";
    private string PlaceFormat { get; init; } = "";
    private string OtherNamesFormat { get; init; } = "";
    private string StrangeNamesFormat { get; init; } = "";
    private string NameMissing { get; init; } = "";
    private Dictionary<AnswerKind, string> Kinds { get; init; } = [];

    internal string Hint(string hint) => HintWord + hint;

    internal string OtherKind(AnswerKind expected, AnswerValue given) =>
        Sentence(OtherKindFormat, Kinds[expected], given is AnswerValue.Other other ? other.TypeName : Kinds[given.Kind].Split(',', '（')[0]);

    /// <summary>What is wrong with a set, without telling how many belong to it.</summary>
    internal string SetDiffers(int belong, int given, bool isMissing) =>
        given == 0 ? TooShort : belong == 0 ? NoneBelongs : belong == given ? SomeMissing : isMissing ? SomeStrangeSomeMissing : SomeStrange;

    internal string PlaceDiffers(int place) => Sentence(PlaceFormat, place);

    internal string LengthDiffers(bool isLonger) => isLonger ? TooLong : TooShort;

    /// <summary>What is wrong under which of the learner's names; names that are missing are not told.</summary>
    internal string NamesDiffer(IEnumerable<string> other, IEnumerable<string> strange, bool isMissing) => string.Join(Space,
        [.. Named(OtherNamesFormat, other), .. Named(StrangeNamesFormat, strange), .. isMissing ? (string[])[NameMissing] : []]);

    private static string[] Named(string format, IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? [Sentence(format, list)] : [];

    /// <summary>Filled in, with a capital where it begins.</summary>
    private static string Sentence(string format, params object[] values)
    {
        string text = string.Format(CultureInfo.InvariantCulture, format, values);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
