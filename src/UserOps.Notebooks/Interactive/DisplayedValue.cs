using UserOps.Display;
using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Execution;
using UserOps.Notebooks.Rendering;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value that stands in the notebook and can be replaced there.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    private DisplayedValue(object? value, string[] mimeTypes) => (Value, _mimeTypes) = (value, mimeTypes);

    /// <summary>The name under which it is updated.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What is shown now.</summary>
    public object? Value { get; private set; }

    /// <summary>Whether it has been replaced since it was first shown.</summary>
    public bool IsUpdated { get; private set; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? updatedValue)
    {
        (Value, IsUpdated) = (updatedValue, true);
        Show();
    }

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var displayed = new DisplayedValue(value, mimeTypes);
        displayed.Show();
        return displayed;
    }

    private void Show()
    {
        var bundle = ValueRenderer.Render(Value, _mimeTypes);
        if (CellContext.Current is { } cell)
            cell.Show(new CellOutput.Display(bundle, DisplayId));
        else
            Console.WriteLine(bundle[MimeBundle.PlainText]);
    }
}
