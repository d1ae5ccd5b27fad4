using UserOps.Data;
using UserOps.Data.Privacy;

namespace UserOps.Tests.Data.Privacy;

public class DatasetPrivacyTests
{
    private static readonly DateTime Day = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly TypedTable Users = new("users",
        [TextColumn.From("user_id", ["13812345678", "z.li@mail.com", "0012"]), TextColumn.From("email", ["a.b@mail.com", null, "c@d.cn"])]);

    private static readonly Dictionary<TableKind, TypedTable> Tables = new() { [TableKind.Users] = Users };

    [Fact]
    public void Personal_columns_are_masked_unless_they_are_allowed()
    {
        Assert.Equal(["a***@mail.com", "c***@d.cn"], Dataset.FromTables(Tables).Profiles.Property<TextColumn>("email").Words);
        var open = Dataset.FromTables(Tables, personalData: PersonalDataRule.Show);
        Assert.Equal(["a.b@mail.com", "c@d.cn"], open.Profiles.Property<TextColumn>("email").Words);
    }

    [Fact]
    public void Ids_that_are_phones_or_mails_are_masked_where_they_are_shown()
    {
        var users = Dataset.FromTables(Tables).Users;
        Assert.Equal(["138****5678", "z***@mail.com", "0012"], [users.Shown(0), users.Shown(1), users.Shown(2)]);
        Assert.Equal("13812345678", users[0]);
        Assert.Equal("13812345678", Dataset.FromTables(Tables, personalData: PersonalDataRule.Show).Users.Shown(0));
    }

    [Fact]
    public void Event_properties_in_memory_are_masked_as_well()
    {
        var rows = new EventRow("u1", "signup", Day) { Properties = new Dictionary<string, string> { ["note"] = "call 13812345678" } };
        Assert.Equal("call 138****5678", Dataset.From(events: [rows]).Events.Property<TextColumn>("note")[0]);
    }
}
