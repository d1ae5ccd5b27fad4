namespace UserOps.Display;

internal static class MetricFormat
{
    private static readonly string[] Currencies = ["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "SGD", "INR", "BRL", "AUD", "CAD", "CHF"];

    public static Format Of(Metric metric) => metric.Unit switch
    {
        "fraction" => Format.Percent(),
        "" or "ratio" => Format.Number(Digits(metric.Value)),
        ['¥' or '$' or '€' or '£' or '￥'] or "元" => Format.Money(metric.Unit),
        var code when Currencies.Contains(code, StringComparer.Ordinal) => Format.Money(code),
        var unit => Format.Number(Digits(metric.Value), unit),
    };

    // Three figures for what is measured, none behind the point for what is counted.
    private static int Digits(double value) => Math.Abs(value) switch
    {
        var size when size == Math.Floor(size) || size >= 1000 => 0,
        >= 100 => 1,
        >= 1 => 2,
        _ => 3,
    };
}
