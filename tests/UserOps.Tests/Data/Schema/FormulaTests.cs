using UserOps.Data;
using UserOps.Data.Schema;

namespace UserOps.Tests.Data.Schema;

public class FormulaTests
{
    private static double[] Evaluate(string formula)
    {
        var columns = new Dictionary<string, NumberColumn>
        {
            ["price"] = new("price", [10, 4, double.NaN]),
            ["qty"] = new("qty", [3, 0, 2]),
            ["单价"] = new("单价", [1, 2, 3]),
        };
        return FormulaParser.Parse(formula, name => columns.ContainsKey(name) ? name : null).Evaluate(columns, 3);
    }

    [Theory]
    [InlineData("price*qty", 30.0, 0.0, double.NaN)]
    [InlineData("price × qty", 30.0, 0.0, double.NaN)]
    [InlineData("qty + 单价*2", 5.0, 4.0, 8.0)]
    [InlineData("(qty + 单价) * 2", 8.0, 4.0, 10.0)]
    [InlineData("qty - 单价 - 1", 1.0, -3.0, -2.0)]
    [InlineData("price / qty", 10 / 3.0, double.NaN, double.NaN)]
    [InlineData("qty*0.5", 1.5, 0.0, 1.0)]
    public void Formulas_follow_the_usual_order(string formula, double first, double second, double third) =>
        Assert.Equal([first, second, third], Evaluate(formula));

    [Theory]
    [InlineData("price*", "not understood at position 7")]
    [InlineData("(price*qty", "not understood")]
    [InlineData("price*tax", "names 'tax', which is no column")]
    public void A_wrong_formula_says_where(string formula, string part) =>
        Assert.Contains(part, Assert.Throws<UserOpsException>(() => Evaluate(formula)).Message);
}
