using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using UserOps.Data;
using UserOps.Features;

namespace UserOps.Churn;

/// <summary>Rows to learn from, and how each ended.</summary>
/// <param name="Features">The features.</param>
/// <param name="Left">Whether the user left.</param>
internal sealed record TrainingSet(FeatureTable Features, bool[] Left)
{
    private const int Least = 30;

    public int Churned => Left.Count(left => left);

    /// <exception cref="InsufficientDataException">Too few left, or too few stayed.</exception>
    public void Check(string which)
    {
        int stayed = Left.Length - Churned;
        if (Math.Min(Churned, stayed) < Least)
            throw new InsufficientDataException(
                $"{Churned} users who left and {stayed} who stayed in {which}", $"at least {Least} of each are",
                "Add users or cut-offs, or choose another horizon: with one outcome alone there is nothing to tell apart.");
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
