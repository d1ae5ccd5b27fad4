using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using UserOps.Data;
using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Churn;

/// <summary>Rows to learn from, and how each ended.</summary>
/// <param name="Features">The features.</param>
/// <param name="Left">Whether the user left.</param>
internal sealed record TrainingSet(FeatureTable Features, bool[] Left)
{
    private const int Least = 30;

    public int Churned => Left.Count(left => left);

    /// <summary>Whether rows of both outcomes are enough: in all, in each fold, and in what is left when a fold is taken away.</summary>
    /// <exception cref="InsufficientDataException">Too few left, or too few stayed.</exception>
    public void Check(string which, int? folds = null)
    {
        int stayed = Left.Length - Churned;
        int needed = folds is { } parts ? Math.Max(Math.Max(Least, parts), LearningChecks.LeastOutcomes * parts / (parts - 1)) : Least;
        if (Math.Min(Churned, stayed) < needed)
            throw new InsufficientDataException(
                $"{Churned} users who left and {stayed} who stayed in {which}", $"at least {needed} of each{(folds is null ? "" : $" for {folds} folds")} are",
                needed > Least ? "Add users, or divide them into another number of folds, such as 5."
                    : "Add users or cut-offs, or choose another horizon: with one outcome alone there is nothing to tell apart.");
    }

    /// <summary>A hash of every id, value and outcome: equal for equal rows in equal order.</summary>
    public string Hash()
    {
        var hash = new XxHash128();
        foreach (string id in Features.Ids)
            hash.Append(Encoding.UTF8.GetBytes(id + "\n"));
        foreach (var column in Features.Columns.Columns)
            Append(hash, column);
        hash.Append(MemoryMarshal.AsBytes<bool>(Left));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void Append(XxHash128 hash, Column column)
    {
        hash.Append(Encoding.UTF8.GetBytes(column.Name + "\n"));
        switch (column)
        {
            case NumberColumn number:
                hash.Append(MemoryMarshal.AsBytes<double>(number.Values));
                break;
            case FlagColumn flag:
                hash.Append(MemoryMarshal.AsBytes<sbyte>(flag.Flags));
                break;
            case TextColumn text:
                hash.Append(MemoryMarshal.AsBytes<int>(text.Codes));
                hash.Append(Encoding.UTF8.GetBytes(string.Join('\n', text.Words)));
                break;
        }
    }
}
