namespace UserOps.Segments.Rfm;

/// <summary>A customer with values, scores and classes.</summary>
/// <param name="Id">The id as readers may see it: masked where it is itself personal.</param>
/// <param name="User">The customer's number in the dataset or row in the table.</param>
/// <param name="RecencyDays">Whole days since the last order.</param>
/// <param name="Orders">Orders with an amount.</param>
/// <param name="Revenue">Revenue after refunds.</param>
/// <param name="Score">The three scores.</param>
/// <param name="Segment">The segment that the score belongs to.</param>
/// <param name="Class">The classic class.</param>
/// <param name="Value">The value class.</param>
public sealed record RfmCustomer(
    string Id, int User, double RecencyDays, double Orders, double Revenue, RfmScore Score, string Segment, RfmClass Class, ValueClass Value);
