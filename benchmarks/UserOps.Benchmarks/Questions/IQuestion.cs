using UserOps.Data;

namespace UserOps.Benchmarks.Questions;

/// <summary>A question that a user asks of an opened export. Its answer is written as JSON, to be compared with that of the peer.</summary>
internal interface IQuestion
{
    /// <summary>The name under which the peer reports the same question.</summary>
    string Name { get; }

    /// <summary>Asks it.</summary>
    object Ask(Dataset data);

    static IReadOnlyList<IQuestion> All { get; } = [new ActiveUsers(), new WeeklyRetention(), new FirstEntryFunnel(), new BestPathFunnel()];
}
