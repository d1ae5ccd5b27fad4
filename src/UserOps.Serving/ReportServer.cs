using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UserOps.Serving.Languages;
using UserOps.Serving.Running;
using UserOps.Serving.Security;

namespace UserOps.Serving;

/// <summary>The page on this computer alone: nothing but 127.0.0.1 is listened on.</summary>
/// <example><code>
/// await using var server = await ReportServer.StartAsync(options, program);
/// Console.WriteLine(server.Address);
/// await server.WaitAsync(cancellation);
/// </code></example>
public sealed class ReportServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AccessKeys _keys;
    private readonly RunDesk _desk;
    private bool _isOver;

    private ReportServer(WebApplication app, AccessKeys keys, RunDesk desk) => (_app, _keys, _desk) = (app, keys, desk);

    /// <summary>The address to open: it holds the token, which opens once.</summary>
    public Uri Address => new(Root, $"/?token={_keys.Token}");

    /// <summary>The address without the token.</summary>
    public Uri Root => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts to listen.</summary>
    /// <exception cref="UserOpsException">The port is taken, or a folder cannot be made.</exception>
    public static async Task<ReportServer> StartAsync(ServeOptions options, IReportProgram program, CancellationToken cancellation = default)
    {
        var app = Build(options);
        var words = ServedWords.In(options.Language);
        var keys = new AccessKeys();
        var desk = new RunDesk(program, app.Lifetime.ApplicationStopping);
        var uploads = new Uploads(options.Uploads, options.UploadLimit, keys, words);
        uploads.Prepare();
        app.Use(next => context => new Gate(keys, words).PassAsync(context, next));
        new Routes(options, program, keys, desk, uploads, words).Map(app);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException problem)
        {
            await app.DisposeAsync();
            throw new UserOpsException($"Port {options.Port} cannot be listened on: {problem.Message} Name another with --port, or none to have a free one taken.", problem);
        }
        return new(app, keys, desk);
    }

    /// <summary>Serves until cancelled; a run that goes on is stopped first.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        await DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, true))
            return;
        _app.Lifetime.StopApplication();
        await _desk.WhenIdleAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1_000_000;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        return builder.Build();
    }

    // Ctrl+C belongs to the program that started the server.
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
