using UserOps.Display;
using UserOps.Display.Charts;

namespace UserOps.Referral;

/// <summary>The referral tree by generation.</summary>
public sealed record ReferralTree : AnalysisResult
{
    private const int MostDrawn = 30;

    internal ReferralTree() { }

    /// <summary>The result that the figures are from.</summary>
    public required ReferralResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Referral tree",
        [new("Generation", Format.Count), new("Users", Format.Count), new("Who invited in turn", Format.Count), new("Share who invited", Format.Percent())],
        Of.Generations.Select(generation => new object?[]
        {
            generation.Number, generation.Users, generation.WhoInvited, (double)generation.WhoInvited / generation.Users,
        }),
        $"all the data · {Caption.Count(Of.TreeSizes.Count)} trees · largest {Caption.Count(Of.TreeSizes[0])} users, "
            + $"median {Caption.Count(Of.TreeSizes[Of.TreeSizes.Count / 2])} · generation 0: inviters whom nobody invited");

    /// <inheritdoc/>
    public override Chart ToChart() => new BarChart(
        "Referral tree", [.. Drawn.Select(generation => Format.Count.Write(generation.Number))],
        new("Generation", Format.Text), new("Users", Format.Count),
        [new("Users", [.. Drawn.Select(generation => (double)generation.Users)])])
    { Subtitle = $"{Caption.Count(Of.TreeSizes.Count)} trees{(Of.TreeDepth < MostDrawn ? "" : $" · the first {MostDrawn} of {Caption.Count(Of.TreeDepth + 1)} generations")}" };

    private IEnumerable<InviteGeneration> Drawn => Of.Generations.Take(MostDrawn);
}

/// <summary>The users who brought most new users; ids are masked where they are personal.</summary>
public sealed record TopInvitersResult : AnalysisResult
{
    internal TopInvitersResult() { }

    /// <summary>The result that the figures are from.</summary>
    public required ReferralResult Of { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "Top inviters",
        [new("User", Format.Text), new("Invited", Format.Count), new("Buyers", Format.Count), new("Their net revenue", Format.Money())],
        Of.Top.Select(inviter => new object?[] { inviter.Id, inviter.Invited, inviter.Buyers, inviter.NetRevenue }),
        Caption.Of((long)Of.Figures.Invited.Value!.Value, "invited sign-ups", Of.Period, Of.Calendar, "buyers and revenue: so far, to the end of the data"));
}
