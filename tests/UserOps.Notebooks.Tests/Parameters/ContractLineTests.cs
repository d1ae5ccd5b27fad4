using UserOps.Notebooks.Documents;
using UserOps.Notebooks.Parameters;

namespace UserOps.Notebooks.Tests.Parameters;

public sealed class ContractLineTests : IDisposable
{
    private const string Cell = "string data = \"x\"; // a file\n// needs: events or orders (everything)\n//uses: users.channel, users.region\n// fresh: within 7 days\n// unless: target (a ready table)\n// needs care";

    private static readonly ContractLine[] Expected =
    [
        new(ContractTerm.Needs, "events or orders", "everything"), new(ContractTerm.Uses, "users.channel, users.region", null),
        new(ContractTerm.Fresh, "within 7 days", null), new(ContractTerm.Unless, "target", "a ready table"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contract");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_contract_is_the_same_in_both_kinds_of_file()
    {
        string dib = Path.Combine(_folder.FullName, "a.dib"), ipynb = Path.Combine(_folder.FullName, "a.ipynb");
        File.WriteAllText(dib, "#!csharp\n\n// parameters\n" + Cell + "\n");
        NotebookFile.Save(NotebookFile.Load(dib), ipynb);
        Assert.Equal(Expected, ContractLine.In(NotebookFile.Load(dib)));
        Assert.Equal(Expected, ContractLine.In(NotebookFile.Load(ipynb)));
    }

    [Fact]
    public void Comments_of_other_cells_are_no_contract() => Assert.Empty(ContractLine.In(new([new("csharp", Cell)])));

    [Fact]
    public void A_line_of_the_contract_is_no_description_of_the_parameter_below_it()
    {
        var document = new NotebookDocument([new("csharp", "// needs: orders\nint x = 1;") { Tags = [ParameterCell.Tag] }]);
        Assert.Null(Assert.Single(ParameterCell.Describe(document)).Description);
    }
}
