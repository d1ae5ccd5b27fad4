using System.CommandLine;
using System.CommandLine.Parsing;
using UserOps.Cli.Reporting;
using UserOps.Cli.Terminals;
using UserOps.Display;
using UserOps.Reports.Delivery;
using UserOps.Reports.Languages;

namespace UserOps.Cli.Commands;

/// <summary><c>userops report</c>: runs notebooks and delivers what becomes of them.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Notebooks = new("notebook")
    {
        Description = "Notebooks (.ipynb, .dib) to run; all of the folder 'notebooks' when none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The export: a folder or a file. Sets the notebooks' parameter 'data'.",
        HelpName = "path",
    };

    internal static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which column of the export is which: orders.user_id=CustomerID. May be repeated.",
        HelpName = "table.column=name",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string[]> Parameter = new("--parameter", "-p")
    {
        Description = "Sets a parameter of the notebooks. May be repeated; a name given several times makes a list.",
        HelpName = "name=value",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The folder that pages and numbers are written into.",
        HelpName = "folder",
        DefaultValueFactory = _ => "reports",
    };

    private static readonly Option<TimeSpan?> Timeout = new("--timeout")
    {
        Description = "How long one notebook may take: 90s, 10m, 1h.",
        HelpName = "time",
        CustomParser = Time,
    };

    private static readonly Option<TimeSpan?> CellTimeout = new("--cell-timeout")
    {
        Description = "How long one cell may take: 90s, 10m, 1h.",
        HelpName = "time",
        CustomParser = Time,
    };

    private static readonly Option<bool> KeepGoing = new("--keep-going") { Description = "Run the later cells of a notebook although one has failed." };

    private static readonly Option<int> JobCount = new("--jobs")
    {
        Description = "How many notebooks run side by side, each in a process of its own; fewer where memory is short.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
        Validators = { result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--jobs is 1 or more."); } },
    };

    private static readonly Option<int?> Fresh = new("--fresh")
    {
        Description = "How many days old the newest record may be; a notebook's own limit is in its contract.",
        HelpName = "days",
    };

    private static readonly Option<IReadOnlyList<DeliveryFormat>> Also = new("--also")
    {
        Description = "What to write beside each page: xlsx (all tables as one workbook), csv (a file a table), md (a summary of one page), png (still charts), pdf (by an installed Chromium).",
        HelpName = "xlsx,csv,md,png,pdf",
        DefaultValueFactory = _ => [],
        CustomParser = Formats,
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<Uri?> Notify = new("--notify")
    {
        Description = "Post a small JSON to this address when the reports are written: their states and headline numbers.",
        HelpName = "url",
        CustomParser = result => Notification.Address(result.Tokens[0].Value),
    };

    internal static readonly Option<Language> Lang = new("--lang")
    {
        Description = "The language of what the pages say of themselves: en or zh. What a notebook writes stays in its own.",
        HelpName = "en|zh",
        CustomParser = ReadLanguage,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print what was delivered as JSON." };

    public static Command Make(Terminal terminal)
    {
        var command = new Command("report", "Run notebooks on an export; write a page and a metrics file for each, and an index of them.")
        {
            Notebooks, Data, Map, Parameter, Out, Timeout, CellTimeout, KeepGoing, JobCount, Fresh, Also, Notify, Lang, Json,
        };
        Examples.Add(command,
            "userops report",
            "userops report --data exports/may --out reports/may",
            "userops report --data exports/may --map orders.user_id=CustomerID --map \"orders.amount=Quantity * UnitPrice\"",
            "userops report --data exports/may --also xlsx,md,pdf --lang zh",
            "userops report notebooks/02-retention-and-lifecycle.ipynb -p segment=platform --timeout 5m");
        command.SetAction((parsed, cancellation) => Delivery.RunAsync(Read(parsed), terminal, cancellation));
        return command;
    }

    private static ReportRequest Read(ParseResult parsed) => new()
    {
        Notebooks = parsed.GetValue(Notebooks) ?? [],
        Data = parsed.GetValue(Data),
        Map = parsed.GetValue(Map) ?? [],
        Parameters = parsed.GetValue(Parameter) ?? [],
        Out = parsed.GetRequiredValue(Out),
        Timeout = parsed.GetValue(Timeout),
        CellTimeout = parsed.GetValue(CellTimeout),
        KeepGoing = parsed.GetValue(KeepGoing),
        Jobs = parsed.GetValue(JobCount),
        FreshDays = parsed.GetValue(Fresh),
        Json = parsed.GetValue(Json),
        Also = parsed.GetValue(Also) ?? [],
        Notify = parsed.GetValue(Notify),
        Language = parsed.GetValue(Lang),
    };

    private static List<DeliveryFormat> Formats(ArgumentResult result)
    {
        List<DeliveryFormat> formats = [];
        foreach (string word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
            if (word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out DeliveryFormat format))
                formats.Add(format);
            else
                result.AddError($"--also {word}: there is no such format.{NearestName.Suggest(word, FormatNames)} There are: {string.Join(", ", FormatNames)}.");
        return formats;
    }

    private static string[] FormatNames => [.. Enum.GetNames<DeliveryFormat>().Select(name => name.ToLowerInvariant())];

    private static Language ReadLanguage(ArgumentResult result)
    {
        switch (result.Tokens[0].Value.ToLowerInvariant())
        {
            case "en":
                return Language.English;
            case "zh" or "zh-cn":
                return Language.Chinese;
            default:
                result.AddError($"--lang {result.Tokens[0].Value}: there are 'en' and 'zh'.");
                return default;
        }
    }

    private static TimeSpan? Time(ArgumentResult result)
    {
        if (Duration.Parse(result.Tokens[0].Value) is { } time)
            return time;
        result.AddError($"'{result.Tokens[0].Value}' is not a time. Write a number and a unit, such as 90s, 10m or 1h.");
        return null;
    }
}
