using Microsoft.AspNetCore.Http;
using UserOps.Reports.Pages;

namespace UserOps.Serving.Pages;

/// <summary>Ways to answer a request.</summary>
internal static class Answer
{
    public static Task PageAsync(HttpContext context, string html, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    }

    public static Task MessageAsync(HttpContext context, int status, string title, string message) => PageAsync(context, Frame.Write(title, Markup.Of($"""
        <div class="failure" role="alert"><h1>{title}</h1><p>{message}</p></div>
        <p><a href="/">Back to the start</a></p>
        """)), status);

    /// <summary>Goes on to the start page by a link of its own: a cookie for this site alone is not sent along a redirect that began elsewhere.</summary>
    public static Task OpenHomeAsync(HttpContext context)
    {
        context.Response.Headers["Refresh"] = "0; url=/";
        return PageAsync(context, Frame.Write("Opening", Markup.Of($"<h1>Opening</h1><p><a href=\"/\">Go on</a></p>")));
    }

    public static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
