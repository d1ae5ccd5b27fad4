using UserOps.Notebooks.Packages;

namespace UserOps.Notebooks.Tests.Packages;

public class PackageRequestTests
{
    [Theory]
    [InlineData("nuget: Tiny.Tool", "1.1.0")]
    [InlineData("nuget: Tiny.Tool, *", "1.1.0")]
    [InlineData("nuget: Tiny.Tool, 1.0.*", "1.0.7")]
    [InlineData("nuget: Tiny.Tool, *-*", "2.0.0-beta.1")]
    public void Version_in_use_is_told_where_the_notebook_does_not_say_it(string request, string used) =>
        Assert.Equal($"Tiny.Tool {used} is used. To keep to it: #r \"nuget: Tiny.Tool, {used}\".", PackageRequest.Parse(request).NoteOf(used));

    [Theory]
    [InlineData("nuget: Tiny.Tool, 2.0.0-beta.1", "2.0.0-beta.1")]
    [InlineData("nuget: Tiny.Tool, 1.1", "1.1.0")]
    [InlineData("nuget: Tiny.Tool, 1.1.0+build", "1.1.0")]
    [InlineData("nuget: Tiny.Tool, [1.0.0]", "1.0.0")]
    [InlineData("nuget: Tiny.Tool, [1.0.0, 2.0.0)", "1.4.0")]
    public void Version_that_was_asked_for_needs_no_note(string request, string used) => Assert.Null(PackageRequest.Parse(request).NoteOf(used));
}
