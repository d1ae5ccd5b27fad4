using UserOps.Data;
using UserOps.Data.Privacy;

namespace UserOps.Tests.Data.Privacy;

public class PseudonymsTests
{
    private const string Key = "a key that is long enough";
    private static readonly DateTime Day = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // The first 80 bits of the digests in RFC 4231, section 4, in base32.
    [Fact]
    public void Pseudonyms_match_the_test_vectors_of_RFC_4231()
    {
        Assert.Equal("wa2eyyoy3m4fgxfi", Pseudonyms.Of(Bytes(0x0b, 20), "Hi There"u8));
        Assert.Equal("lpomcrv7mb2u42qe", Pseudonyms.Of("Jefe"u8, "what do ya want for nothing?"u8));
        Assert.Equal("o47kshrwqahenbkn", Pseudonyms.Of(Bytes(0xaa, 20), Bytes(0xdd, 50)));
        Assert.Equal("qjkyuoe2iq6a5jgm", Pseudonyms.Of([.. Enumerable.Range(1, 25).Select(i => (byte)i)], Bytes(0xcd, 50)));
        Assert.Equal("mdsdcwi64c3h6dmk", Pseudonyms.Of(Bytes(0xaa, 131), "Test Using Larger Than Block-Size Key - Hash Key First"u8));
    }

    [Fact]
    public void Equal_ids_stay_equal_over_tables_and_referrers()
    {
        var data = Dataset.From([new("13812345678"), new("b", ReferrerId: "13812345678")], [new("13812345678", "pay", Day)]).Pseudonymize(Key);
        var pseudonym = new Pseudonyms(Key).Of("13812345678");
        int user = data.Users.Find(pseudonym);
        Assert.Equal(2, data.Users.Count);
        Assert.Equal(1, data.Events[user].Count());
        Assert.Equal(user, data.Profiles.Referrer[data.Users.Find(new Pseudonyms(Key).Of("b"))]);
        Assert.Equal(-1, data.Users.Find("13812345678"));
    }

    [Fact]
    public void Another_key_gives_other_pseudonyms() => Assert.NotEqual(new Pseudonyms(Key).Of("a"), new Pseudonyms(Key + "!").Of("a"));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_key_that_can_be_guessed_is_refused(string key) =>
        Assert.Contains("can be guessed", Assert.Throws<UserOpsException>(() => Dataset.From(users: []).Pseudonymize(key)).Message);

    [Fact]
    public void Distinct_ids_get_distinct_pseudonyms_of_sixteen_characters()
    {
        var pseudonyms = new Pseudonyms(Key);
        string[] all = [.. Enumerable.Range(0, 20_000).Select(i => pseudonyms.Of($"u{i}"))];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, pseudonym => Assert.Matches("^[a-z2-7]{16}$", pseudonym));
    }

    private static byte[] Bytes(byte value, int count) => [.. Enumerable.Repeat(value, count)];
}
