using Microsoft.AspNetCore.Http;
using UserOps.Reports.Pages;
using UserOps.Serving.Languages;

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

    public static Task MessageAsync(HttpContext context, ServedWords words, int status, Notice notice) => PageAsync(context, Frame.Write(words, notice.Title, Markup.Of($"""
        <div class="failure" role="alert"><h1>{notice.Title}</h1><p>{notice.Text}</p></div>
        <p><a href="/">{words.BackToStart}</a></p>
        """)), status);

    /// <summary>Goes on to the start page by a link of its own: a cookie for this site alone is not sent along a redirect that began elsewhere.</summary>
    public static Task OpenHomeAsync(HttpContext context, ServedWords words)
    {
        context.Response.Headers["Refresh"] = "0; url=/";
        return PageAsync(context, Frame.Write(words, words.Opening, Markup.Of($"<h1>{words.Opening}</h1><p><a href=\"/\">{words.GoOn}</a></p>")));
    }

    public static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
