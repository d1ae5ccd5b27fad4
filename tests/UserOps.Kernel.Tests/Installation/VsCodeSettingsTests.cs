using UserOps.Kernel.Installation;
using UserOps.Notebooks;
using UserOps.Testing;

namespace UserOps.Kernel.Tests.Installation;

public sealed class VsCodeSettingsTests : IDisposable
{
    private const string Setting = "\"jupyter.completionTriggerCharacters\": { \"csharp\": [\".\"] }";
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["Code/User/settings.json"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "{\n    " + Setting + "\n}\n")]
    [InlineData("", "{\n    " + Setting + "\n}\n")]
    [InlineData("// mine\n{\n    // 字体\n    \"editor.fontSize\": 14,\n}\n", "// mine\n{\n    " + Setting + ",\n    // 字体\n    \"editor.fontSize\": 14,\n}\n")]
    public void The_setting_is_added_and_everything_else_kept(string? before, string after)
    {
        Write(before);
        Assert.True(VsCodeSettings.Write(File));
        Assert.Equal(after, System.IO.File.ReadAllText(File));
        Assert.True(VsCodeSettings.IsSet(File));
        Assert.False(VsCodeSettings.Write(File));
        Assert.Equal(after, System.IO.File.ReadAllText(File));
    }

    [Theory]
    [InlineData("{\"jupyter.completionTriggerCharacters\": {\"r\": [\"$\"]}}", "by hand")]
    [InlineData("[]", "no settings")]
    [InlineData("{\"a\": ", "not valid JSON")]
    public void A_file_that_it_cannot_be_added_to_stays_as_it_is(string before, string reason)
    {
        Write(before);
        Assert.Contains(reason, Assert.Throws<NotebookException>(() => VsCodeSettings.Write(File)).Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(File));
    }

    private void Write(string? text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        if (text is not null)
            System.IO.File.WriteAllText(File, text);
    }
}
