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
        return AreNumbers(values) ? Wish.Number : Wish.Text;
    }

    /// <summary>Numbers of one column have one decimal mark; what has both is something else.</summary>
    private static bool AreNumbers(string[] values)
    {
        var marks = new HashSet<MarkReading>();
        foreach (string word in values)
        {
            if (NumberText.IsCode(word) || !NumberText.TryParse(word, out var number))
                return false;
            marks.Add(number.Marks);
        }
        return !(marks.Contains(MarkReading.OnlyPoint) && marks.Contains(MarkReading.OnlyComma));
    }
}
