using CsCheck;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class WordTableTests
{
    // Few characters and all lengths around the borders of 4, 8 and 16: words that differ in one place, or only in length, are frequent.
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char["ab"], 1, 20], Gen.String[Gen.Char["a\0"], 1, 20], Gen.String[Gen.Char["aé用\uffff"], 1, 20], Gen.Int[0, 100_000].Select(n => $"user{n}"));

    [Fact]
    public void Every_word_has_the_code_it_was_given_and_no_other_has_one() =>
        Words.Array[0, 2000].Sample(words =>
        {
            var table = new WordTable();
            var expected = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string word in words)
            {
                bool known = expected.TryGetValue(word, out int code);
                if (table.TryFind(word, out int found) != known || known && found != code)
                    return false;
                if (!known)
                    table.Add(word, expected[word] = expected.Count - 1);
            }
            return expected.All(pair => table.TryFind(pair.Key, out int code) && code == pair.Value);
        }, iter: 300);

    [Fact]
    public void A_word_beside_others_is_found_whatever_stands_around_it()
    {
        var table = new WordTable();
        table.Add("user12345", 7);
        Assert.True(table.TryFind("xxuser12345yy".AsSpan(2, 9), out int code));
        Assert.Equal(7, code);
        Assert.False(table.TryFind("xxuser12346yy".AsSpan(2, 9), out _));
    }
}
