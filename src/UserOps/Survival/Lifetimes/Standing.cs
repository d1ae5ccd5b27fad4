using UserOps.Data;

namespace UserOps.Survival;

/// <summary>Where users stand at the end of the data: how old they were when last seen, and how long they have been silent.</summary>
internal sealed class Standing(Dataset data, Lifetime[] lives, int[] lifeOfSpell)
{
    /// <summary>The day of life on which the user of a spell was last seen.</summary>
    public int AgeWhenSeen(int spell) => lives[lifeOfSpell[spell]].LastSeen - lives[lifeOfSpell[spell]].Start + 1;

    /// <summary>The whole days since.</summary>
    public int SilentDays(int spell) => data.Observed.End.DayNumber - 1 - lives[lifeOfSpell[spell]].LastSeen;
}
