namespace UserOps.Display;

internal static class InteractiveHost
{
    public static bool TryPublish(IDisplayable value, MimeBundle bundle) => value is null || bundle.Count == 0;
}
