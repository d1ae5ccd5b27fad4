using Microsoft.AspNetCore.Http;
using UserOps.Serving.Languages;
using UserOps.Serving.Pages;

namespace UserOps.Serving.Security;

/// <summary>What every request must pass: the right host, for what changes anything the right origin, and the cookie of whoever started the page.</summary>
internal sealed class Gate(AccessKeys keys, ServedWords words)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        if (!IsHost(context))
            await Answer.MessageAsync(context, words, StatusCodes.Status421MisdirectedRequest, words.WrongAddress);
        else if (!HttpMethods.IsGet(context.Request.Method) && !IsOwnOrigin(context))
            await Answer.MessageAsync(context, words, StatusCodes.Status403Forbidden, words.NotFromHere);
        else if (context.Request.Path == "/" && context.Request.Query["token"].FirstOrDefault() is { } token)
            await OpenAsync(context, token);
        else if (!keys.IsSession(context.Request.Cookies[CookieOf(context)]))
            await Answer.MessageAsync(context, words, StatusCodes.Status403Forbidden, words.OpenPrinted);
        else
            await next(context);
    }

    private async Task OpenAsync(HttpContext context, string token)
    {
        if (keys.Exchange(token) is { } session)
        {
            context.Response.Cookies.Append(CookieOf(context), session, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            await Answer.OpenHomeAsync(context, words);
        }
        else if (keys.IsSession(context.Request.Cookies[CookieOf(context)]))
            context.Response.Redirect("/");
        else
            await Answer.MessageAsync(context, words, StatusCodes.Status403Forbidden, words.UsedAlready);
    }

    // Cookies know no ports, and two pages may be served at once.
    private static string CookieOf(HttpContext context) => $"userops-{context.Connection.LocalPort}";

    private static bool IsHost(HttpContext context) =>
        context.Request.Host is { Host: "127.0.0.1" or "localhost" } host && (host.Port ?? 80) == context.Connection.LocalPort;

    private static bool IsOwnOrigin(HttpContext context) => context.Request.Headers.Origin is [{ } origin] && origin == $"http://{context.Request.Host}";

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // With no referrer at all, browsers say "null" for the origin of a form too.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
