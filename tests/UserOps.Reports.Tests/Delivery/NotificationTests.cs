using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using UserOps.Reports.Delivery;
using static UserOps.Reports.Tests.Runs;

namespace UserOps.Reports.Tests.Delivery;

public sealed class NotificationTests
{
    private static readonly NotebookReport Bad = new("bad", Of(Text("# Bad"), Code("x", Error("E", "row 7: zhang@example.com is no date"))));

    [Fact]
    public async Task A_listener_receives_states_and_headline_numbers()
    {
        var (problem, request) = await PostTo("200 OK", [Delivered.Report, Bad]);
        Assert.Null(problem);
        Assert.Contains("Content-Type: application/json", request, StringComparison.Ordinal);
        var message = JsonNode.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!;
        Assert.Equal(("failed", "/reports/index.html"), ((string?)message["status"], (string?)message["index"]));
        Assert.Equal(("r", "ok", "2024-07-01", 0.25), ((string?)message["reports"]![0]!["notebook"], (string?)message["reports"]![0]!["status"], (string?)message["reports"]![0]!["asOf"], (double)message["reports"]![0]!["numbers"]![0]!["value"]!));
        Assert.Equal(1, (int)message["reports"]![1]!["cell"]!);
    }

    [Fact]
    public void The_message_of_a_failure_which_may_quote_a_row_is_not_sent() =>
        Assert.DoesNotContain("zhang", Notification.Write([Bad], "/reports/index.html"), StringComparison.Ordinal);

    [Theory]
    [InlineData("500 Internal Server Error", "it answered 500")]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1/", "it answered 302")]
    public async Task An_answer_that_is_no_success_is_a_warning(string status, string expected) => Assert.Equal(expected, (await PostTo(status, [Delivered.Report])).Problem);

    [Fact]
    public async Task Nobody_listening_is_a_warning()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = AddressOf(free);
        free.Stop();
        Assert.NotNull(await Notification.SendAsync(address, [Delivered.Report], "/i", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("not an address")]
    public void Only_addresses_of_the_web_are_posted_to(string text) =>
        Assert.Contains("http:// or https://", Assert.Throws<UserOpsException>(() => Notification.Address(text)).Message, StringComparison.Ordinal);

    private static async Task<(string? Problem, string Request)> PostTo(string status, IReadOnlyList<NotebookReport> reports)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = AnswerOnce(listener, status, cancellation);
        string? problem = await Notification.SendAsync(AddressOf(listener), reports, "/reports/index.html", cancellation);
        return (problem, await answer);
    }

    private static async Task<string> AnswerOnce(TcpListener listener, string status, CancellationToken cancellation)
    {
        using var client = await listener.AcceptTcpClientAsync(cancellation);
        var stream = client.GetStream();
        var request = new StringBuilder();
        byte[] buffer = new byte[65536];
        while (!IsWhole(request.ToString()))
            request.Append(Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, cancellation)));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellation);
        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        int head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
            return false;
        string length = request[..head].Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1];
        return Encoding.UTF8.GetByteCount(request[(head + 4)..]) >= int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Uri AddressOf(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook");
}
