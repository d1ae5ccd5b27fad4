namespace UserOps.Reports.Delivery;

/// <summary>Words as part of a file's name that every system takes.</summary>
internal static class FileName
{
    private const int Longest = 60;

    public static string Of(string words)
    {
        string[] parts = new string([.. words.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string name = string.Join('-', parts);
        return name.Length == 0 ? "untitled" : name.Length <= Longest ? name : name[..Longest].TrimEnd('-');
    }
}
