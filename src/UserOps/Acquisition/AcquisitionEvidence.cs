using UserOps.Activation;
using UserOps.Data;
using UserOps.Differences;
using UserOps.Time;

namespace UserOps.Acquisition;

/// <summary>What comparisons of acquisition between runs need; computed when somebody asks.</summary>
internal sealed class AcquisitionEvidence(Dataset data, Period period, NewUserSpan[] spans, UserChannels channels)
{
    public UserEvidence NewUsers() => Of(_ => 1).Total() with { Days = period.Days };

    public UserEvidence? ShareOf(string channel) => Of(user => channels.Names[channels[user]] == channel ? 1 : 0).Share();

    /// <summary>The cost is taken as known: what varies is how many users came for it.</summary>
    public UserEvidence? Cost(double? costPerUser) => Of(_ => 0).Ratio(costPerUser);

    private UserSums Of(Func<int, double> count)
    {
        var sums = new UserSums(data);
        foreach (var span in spans)
            sums.Add(span.User, count(span.User), 1);
        return sums;
    }
}
