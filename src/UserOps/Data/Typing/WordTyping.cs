namespace UserOps.Data.Typing;

/// <summary>Finds the type of a column from its distinct words.</summary>
internal static class WordTyping
{
    /// <summary>The narrowest type that holds every word: yes/no, time, number, or text.</summary>
    public static Wish Find(IReadOnlyList<string> words, bool digitsAreTimes)
    {
        string[] values = [.. words.Where(word => !MissingWords.InValues(word))];
        if (values.Length == 0)
            return Wish.Text;
        if (values.Length <= 8 && values.All(word => FlagWords.TryParse(word, out _)))
            return Wish.Flag;
        if (Array.TrueForAll(values, word => TimeText.TryParse(word, digitsAreTimes, out _)))
            return Wish.Time;
        return Array.TrueForAll(values, word => !NumberText.IsCode(word) && NumberText.TryParse(word, out _)) ? Wish.Number : Wish.Text;
    }
}
