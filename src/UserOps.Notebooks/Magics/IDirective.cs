namespace UserOps.Notebooks.Magics;

/// <summary>Something that a line such as <c>#!time</c> does.</summary>
internal interface IDirective
{
    /// <summary>The name with its sign.</summary>
    string Name { get; }

    /// <summary>How it is written and what it does, for the list of directives.</summary>
    string Help { get; }

    /// <summary>Says what is wrong with the arguments, or null; asked before any code of the cell runs.</summary>
    string? Check(DirectiveArguments arguments) => null;

    /// <summary>Does it.</summary>
    Task RunAsync(DirectiveArguments arguments, CellInterpreter cell, CancellationToken cancellation);
}
