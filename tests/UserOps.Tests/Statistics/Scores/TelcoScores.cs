using UserOps.Data;
using UserOps.Statistics;
using UserOps.Testing;

namespace UserOps.Tests.Statistics;

/// <summary>Churn of 7,043 telephone customers with the probabilities of R's glm(Churn ~ …, family = binomial).</summary>
internal static class TelcoScores
{
    /// <summary>glm on tenure, MonthlyCharges and Contract, R 4.2.2.</summary>
    public static BinaryScores ThreeColumns() => Of((tenure, charges, contract) =>
        -1.60270940169819798 - 0.03572872301643092 * tenure + 0.02861745575311314 * charges
        + contract switch { "One year" => -1.06246344156830652, "Two year" => -2.02261471633037138, _ => 0 });

    /// <summary>glm on tenure alone, R 4.2.2.</summary>
    public static BinaryScores TenureAlone() => Of((tenure, _, _) => 0.02731270700594554 - 0.03876719167551477 * tenure);

    private static BinaryScores Of(Func<double, double, string, double> logit)
    {
        var table = TypedTable.Open(PublicData.Path("telco-churn"));
        var (tenure, charges, contract) = (table.Get<NumberColumn>("tenure"), table.Get<NumberColumn>("MonthlyCharges"), table.Get<TextColumn>("Contract"));
        return new(
            [.. Enumerable.Range(0, table.RowCount).Select(row => 1 / (1 + Math.Exp(-logit(tenure.Values[row], charges.Values[row], contract[row]!))))],
            [.. table.Get<FlagColumn>("Churn").Flags.Select(flag => flag == 1)]);
    }
}
