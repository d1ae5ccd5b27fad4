using CsCheck;
using UserOps.Data;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class WordTableTests
{
    // Few characters and all lengths around the borders of 4, 8 and 16: words that differ in one place, or only in length, are frequent.
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char["ab"], 1, 20], Gen.String[Gen.Char["a\0"], 1, 20], Gen.String[Gen.Char["aé用\uffff"], 1, 20], Gen.Int[0, 100_000].Select(n => $"user{n}"));

    [Fact]
    public void A_packed_word_is_the_word() => Words.Sample(word => !PackedWord.TryPack(word, out var packed) || packed.ToString() == word);

    [Fact]
    public void Words_of_up_to_8_characters_and_of_up_to_16_in_ASCII_are_packed() => Words.Sample(word =>
        PackedWord.TryPack(word, out _) == (word.Length <= 8 || word.Length <= 16 && word.All(char.IsAscii)));

    [Fact]
    public void Every_word_has_the_code_it_was_given_and_no_other_has_one() =>
        Words.Where(word => PackedWord.TryPack(word, out _)).Array[0, 2000].Sample(words =>
        {
            var table = new WordTable();
            var expected = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (string word in words)
            {
                PackedWord.TryPack(word, out var packed);
                bool known = expected.TryGetValue(word, out int code);
                if (table.TryFind(packed, out int found) != known || known && found != code)
                    return false;
                if (!known)
                    table.Add(packed, expected[word] = expected.Count);
            }
            return true;
        }, iter: 300);

    [Fact]
    public void A_column_of_words_has_the_words_in_order_and_notes_missing_ones_at_their_lines() =>
        Gen.OneOf(Words, Gen.Const(""), Gen.Const("NULL")).Array[0, 200].Sample(values =>
        {
            var place = new ReadingPlace();
            var log = new ColumnLog(place);
            var cells = new WordCells(log, 0);
            foreach (string value in values)
            {
                place.Line++;
                if (value.Length == 0)
                    cells.AddMissing();
                else
                    cells.Add(value);
            }
            var column = (TextColumn)cells.Finish("w").Column;
            var expected = TextColumn.From("w", values.Select(value => value is "" or "NULL" ? null : value));
            long[] lines = [.. values.Select((value, i) => (value, i)).Where(pair => pair.value == "NULL").Take(5).Select(pair => pair.i + 1L)];
            return column.Codes.SequenceEqual(expected.Codes) && column.Words.SequenceEqual(expected.Words)
                && log.ToList().SelectMany(finding => finding.Places).Select(noted => noted.Line).SequenceEqual(lines);
        });
}
