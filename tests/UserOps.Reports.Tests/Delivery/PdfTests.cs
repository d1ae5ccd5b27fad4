using System.Text;
using UserOps.Reports.Delivery;

namespace UserOps.Reports.Tests.Delivery;

public sealed class PdfTests
{
    [Fact]
    public async Task An_installed_browser_prints_the_page()
    {
        try
        {
            Chromium.Find();
        }
        catch (UserOpsException)
        {
            Assert.Skip("No Chromium, Chrome or Edge is installed here.");
        }
        using var temporary = new TemporaryFolder();
        var folder = ReportFolder.Open(temporary.Path, TimeProvider.System);
        string page = folder.Write(Delivered.Report);
        string pdf = Assert.Single(await Deliveries.WriteAsync(Delivered.Report, page, [DeliveryFormat.Pdf], TestContext.Current.CancellationToken));
        byte[] bytes = File.ReadAllBytes(pdf);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(bytes, 0, 8), StringComparison.Ordinal);
        Assert.Contains("%%EOF", Encoding.ASCII.GetString(bytes, bytes.Length - 16, 16), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(temporary.Path, "*.tmp"));
    }

    [Fact]
    public void Without_a_browser_it_says_what_to_install()
    {
        var problem = Assert.Throws<UserOpsException>(() => Chromium.Find(_ => null, _ => false));
        Assert.Contains("Install one, or open the page in any browser", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_that_is_named_and_not_there_is_not_replaced_by_another()
    {
        var problem = Assert.Throws<UserOpsException>(() => Chromium.Find(name => name == "USEROPS_CHROMIUM" ? "/no/such" : "/usr/bin", path => path != "/no/such"));
        Assert.Contains("'/no/such'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_that_is_named_comes_first_then_the_search_path()
    {
        Assert.Equal("/mine", Chromium.Find(name => name == "USEROPS_CHROMIUM" ? "/mine" : "/usr/bin", _ => true));
        Assert.Equal(Path.Combine("/b", OperatingSystem.IsWindows() ? "chrome.exe" : "chrome"),
            Chromium.Find(name => name == "PATH" ? $"/a{Path.PathSeparator}/b" : null, path => path.StartsWith("/b", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(path) == "chrome"));
    }
}
