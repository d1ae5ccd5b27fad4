namespace UserOps.Data.Typing;

/// <summary>Walks over a text from left to right.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    public readonly char Next => _rest.IsEmpty ? '\0' : _rest[0];

    /// <summary>How many digits come next.</summary>
    public readonly int Digits
    {
        get
        {
            int count = 0;
            while (count < _rest.Length && char.IsAsciiDigit(_rest[count]))
                count++;
            return count;
        }
    }

    /// <summary>Takes a number of least to most digits.</summary>
    public bool TryNumber(int least, int most, out int number)
    {
        int digits = Math.Min(Digits, most);
        number = 0;
        if (digits < least)
            return false;
        for (int i = 0; i < digits; i++)
            number = number * 10 + (_rest[i] - '0');
        _rest = _rest[digits..];
        return true;
    }

    /// <summary>Takes this character if it comes next.</summary>
    public bool TrySkip(char c)
    {
        if (Next != c || AtEnd)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Takes these characters if they come next, in any case.</summary>
    public bool TrySkip(string word)
    {
        if (!_rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;
        _rest = _rest[word.Length..];
        return true;
    }

    /// <summary>Takes the letters that come next.</summary>
    public ReadOnlySpan<char> TakeLetters()
    {
        int count = 0;
        while (count < _rest.Length && char.IsAsciiLetter(_rest[count]))
            count++;
        var letters = _rest[..count];
        _rest = _rest[count..];
        return letters;
    }

    public void SkipBlanks() => _rest = _rest.TrimStart();
}
