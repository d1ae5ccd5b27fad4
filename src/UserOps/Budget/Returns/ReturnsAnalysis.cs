using UserOps.Acquisition;
using UserOps.Data;

namespace UserOps.Budget;

/// <summary>What money spent on new users brings back.</summary>
public static class ReturnsAnalysis
{
    /// <summary>Cost per new user and their first revenue, by channel.</summary>
    /// <param name="data">The export, with campaigns that cost something and orders.</param>
    /// <param name="definition">Channels, period and the days whose revenue counts (<see cref="AcquisitionDefinition.RevenueDays"/>); 90 days when null.</param>
    /// <exception cref="MissingDataException">The export has no costs or no orders.</exception>
    /// <exception cref="InsufficientDataException">Fewer than two channels have a cost and users seen long enough.</exception>
    public static ChannelReturns ChannelReturns(this Dataset data, AcquisitionDefinition? definition = null)
    {
        if (!data.Has(TableKind.Orders))
            throw new MissingDataException("The export has no orders; without them nobody knows what new users bring.");
        var acquisition = data.Acquisition(definition ?? new() { RevenueDays = 90 });
        if (acquisition.MissingCosts is { } missing)
            throw new MissingDataException($"What new users cost is unknown: {missing}.");
        AcquisitionChannel[] paid = [.. acquisition.Channels.Where(channel => channel.Cost > 0 && channel.Revenue is { Count: >= 2 }).OrderByDescending(channel => channel.Revenue!.Value.Mean / channel.CostPerUser)];
        if (paid.Length < 2)
            throw new InsufficientDataException(
                $"{paid.Length} channels with a cost and users seen for {acquisition.Definition.RevenueDays} days", "at least two", "Add the costs of campaigns by channel, or count fewer days.");
        return new() { Acquisition = acquisition, Channels = paid };
    }
}
