namespace UserOps.Notebooks.Assistance;

/// <summary>What could stand at a place of a cell.</summary>
/// <param name="Items">The choices, the likeliest kind first, each kind by name; only those that fit what is written.</param>
/// <param name="Start">Where the written word starts.</param>
/// <param name="End">Where it ends; the chosen text replaces it.</param>
public sealed record CompletionList(IReadOnlyList<CompletionItem> Items, int Start, int End);

/// <summary>What a choice is.</summary>
public enum CompletionKind
{
    /// <summary>A variable of the notebook or of a function.</summary>
    Variable,
    /// <summary>A parameter of the function that is being written, or of the one that is being called (<c>name:</c>).</summary>
    Parameter,
    /// <summary>A property.</summary>
    Property,
    /// <summary>A field.</summary>
    Field,
    /// <summary>A constant.</summary>
    Constant,
    /// <summary>A value of an enum.</summary>
    EnumMember,
    /// <summary>An event.</summary>
    Event,
    /// <summary>A method or function.</summary>
    Method,
    /// <summary>A method of another class that extends this one.</summary>
    ExtensionMethod,
    /// <summary>A class or record.</summary>
    Class,
    /// <summary>A struct.</summary>
    Struct,
    /// <summary>An interface.</summary>
    Interface,
    /// <summary>An enum.</summary>
    Enum,
    /// <summary>A delegate.</summary>
    Delegate,
    /// <summary>A type parameter.</summary>
    TypeParameter,
    /// <summary>A namespace.</summary>
    Namespace,
    /// <summary>A word of the language.</summary>
    Keyword,
    /// <summary>A directive such as <c>#!time</c>.</summary>
    Directive,
    /// <summary>A file or folder.</summary>
    File,
}

/// <summary>One choice of a completion.</summary>
public sealed class CompletionItem
{
    private readonly Lazy<string> _detail;
    private readonly Lazy<string> _documentation;

    internal CompletionItem(string text, CompletionKind kind, Func<string>? detail = null, Func<string>? documentation = null) =>
        (Text, Kind, _detail, _documentation) = (text, kind, new(detail ?? (() => "")), new(documentation ?? (() => "")));

    /// <summary>The text that is put in.</summary>
    public string Text { get; }

    /// <summary>What it is.</summary>
    public CompletionKind Kind { get; }

    /// <summary>Its signature in one line; found out when first asked for.</summary>
    public string Detail => _detail.Value;

    /// <summary>Its documentation in Markdown, or empty; found out when first asked for.</summary>
    public string Documentation => _documentation.Value;

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
