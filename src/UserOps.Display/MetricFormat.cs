namespace UserOps.Display;

internal static class MetricFormat
{
    private static readonly string[] Currencies = ["CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "SGD", "INR", "BRL", "AUD", "CAD", "CHF"];

    public static Format Of(Metric metric) => metric.Unit switch
    {
        "fraction" => Format.Percent(),
        "" or "ratio" or "p" => Format.Number(Digits(metric.Value)),
        "seconds" => Format.Duration,
        "money" => Format.Money("", MoneyDigits(metric.Value)),
        ['¥' or '$' or '€' or '£' or '￥'] or "元" => Format.Money(metric.Unit, MoneyDigits(metric.Value)),
        var code when Currencies.Contains(code, StringComparer.Ordinal) => Format.Money(code, MoneyDigits(metric.Value)),
        var unit => Format.Number(Digits(metric.Value), unit),
    };

    // Cents say nothing about a sum of ten thousand.
    private static int MoneyDigits(double value) => Math.Abs(value) >= 10_000 ? 0 : 2;

    // Three figures for what is measured, none behind the point for what is counted.
    private static int Digits(double value) => Math.Abs(value) switch
    {
        var size when size == Math.Floor(size) || size >= 1000 => 0,
        >= 100 => 1,
        >= 1 => 2,
        _ => 3,
    };
}
