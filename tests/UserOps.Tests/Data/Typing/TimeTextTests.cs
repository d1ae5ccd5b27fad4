using System.Globalization;
using UserOps.Data.Typing;

namespace UserOps.Tests.Data.Typing;

public class TimeTextTests
{
    [Theory]
    [InlineData("2024-01-05", "2024-01-05T00:00:00")]
    [InlineData("2024-01-05 13:02:33", "2024-01-05T13:02:33")]
    [InlineData("2024-01-05T13:02:33", "2024-01-05T13:02:33")]
    [InlineData("2024/1/5 13:02", "2024-01-05T13:02:00")]
    [InlineData("2024/1/5 9:02", "2024-01-05T09:02:00")]
    [InlineData("2024.01.05", "2024-01-05T00:00:00")]
    [InlineData("2024年1月5日", "2024-01-05T00:00:00")]
    [InlineData("2024年01月05日 13:02", "2024-01-05T13:02:00")]
    [InlineData("2024年1月5日13时2分3秒", "2024-01-05T13:02:03")]
    [InlineData("2024年1月5日 下午1:02", "2024-01-05T13:02:00")]
    [InlineData("9/24/2016", "2016-09-24T00:00:00")]
    [InlineData("9/24/2016 1:05 PM", "2016-09-24T13:05:00")]
    [InlineData("9/24/2016 12:05:01 am", "2016-09-24T00:05:01")]
    [InlineData("24/9/2016", "2016-09-24T00:00:00")]
    [InlineData("24.09.2016 07:08:09", "2016-09-24T07:08:09")]
    [InlineData("5-Jan-2024", "2024-01-05T00:00:00")]
    [InlineData("5 January 2024", "2024-01-05T00:00:00")]
    [InlineData("Jan 5, 2024", "2024-01-05T00:00:00")]
    [InlineData("1/2/99", "1999-01-02T00:00:00")]
    [InlineData("2017-01-21 22:11:48.556739", "2017-01-21T22:11:48.556739")]
    [InlineData("2017-01-21 22:11:48,5", "2017-01-21T22:11:48.5")]
    [InlineData("20240105 130203", "2024-01-05T13:02:03")]
    [InlineData("20240105T1302", "2024-01-05T13:02:00")]
    [InlineData("0001-01-01 00:00:01", "0001-01-01T00:00:01")]
    public void Every_form_of_local_time_is_read(string text, string expected)
    {
        Assert.True(TimeText.TryParse(text, digitsAlone: false, out var time));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture).Ticks, time.Ticks);
        Assert.False(time.IsUtc);
    }

    [Theory]
    [InlineData("2024-01-05T13:02:33Z", "2024-01-05T13:02:33")]
    [InlineData("2024-01-05 13:02:33 UTC", "2024-01-05T13:02:33")]
    [InlineData("2024-01-05T13:02:33+08:00", "2024-01-05T05:02:33")]
    [InlineData("2024-01-05T13:02:33.250-0530", "2024-01-05T18:32:33.250")]
    [InlineData("2024-01-05 13:02 +8", "2024-01-05T05:02:00")]
    [InlineData("1704459753", "2024-01-05T13:02:33")]
    [InlineData("1704459753.5", "2024-01-05T13:02:33.5")]
    [InlineData("1704459753250", "2024-01-05T13:02:33.250")]
    [InlineData("1704459753250500", "2024-01-05T13:02:33.2505")]
    public void Every_form_that_names_its_offset_is_UTC(string text, string expected)
    {
        Assert.True(TimeText.TryParse(text, digitsAlone: true, out var time));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture).Ticks, time.Ticks);
        Assert.True(time.IsUtc);
    }

    [Theory]
    [InlineData("20240105", "2024-01-05T00:00:00")]
    [InlineData("20240105130233", "2024-01-05T13:02:33")]
    public void Digits_alone_are_a_day_where_times_are_expected(string text, string expected)
    {
        Assert.True(TimeText.TryParse(text, digitsAlone: true, out var time));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture).Ticks, time.Ticks);
        Assert.False(TimeText.TryParse(text, digitsAlone: false, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4.5")]
    [InlineData("2024")]
    [InlineData("2024-01")]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("2024-01-05 25:00")]
    [InlineData("2024-01-05 13:60")]
    [InlineData("2024-01-05x")]
    [InlineData("2024-01-0513:02")]
    [InlineData("2024-01-05 13:02 nonsense")]
    [InlineData("1.2.24")]
    [InlineData("10.0.0.1")]
    [InlineData("13:02")]
    [InlineData("12-34-56-78")]
    [InlineData("2024/01-05")]
    [InlineData("Mayor 5, 20244")]
    public void What_is_no_time_is_not_read(string text) => Assert.False(TimeText.TryParse(text, digitsAlone: true, out _));

    [Theory]
    [InlineData("2024-02-30 01:02:03")]
    [InlineData("2024-01-05 24:00:00")]
    [InlineData("2024-01-05-01:02:03")]
    [InlineData("20x4-01-05 01:02:03")]
    public void The_fixed_form_refuses_what_is_no_time(string text) => Assert.False(FixedTime.TryParse(text, out _));

    [Fact]
    public void The_fixed_form_agrees_with_the_general_one()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            var moment = new DateTime(random.NextInt64(DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond);
            string text = moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.True(FixedTime.TryParse(text, out long ticks));
            Assert.Equal(moment.Ticks, ticks);
        }
    }
}
