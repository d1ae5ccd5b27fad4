namespace UserOps.Display;

/// <summary>Something that knows how to show itself.</summary>
public interface IDisplayable
{
    /// <summary>The renderings of this value; <c>text/plain</c> is always among them.</summary>
    MimeBundle Render();
}
