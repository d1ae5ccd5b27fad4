using UserOps.Data;
using UserOps.Display;
using UserOps.Features;
using UserOps.Segments.Levels;
using UserOps.Segments.Rfm;

namespace UserOps.Segments.Audiences;

/// <summary>Tags 标签: further columns of a feature table that rules and models can use.</summary>
public static class Tags
{
    /// <summary>The same users with a yes-or-no column: whether a rule holds.</summary>
    /// <param name="users">The users.</param>
    /// <param name="name">The name of the tag; it must be new.</param>
    /// <param name="rule">Who bears it.</param>
    /// <exception cref="UserOpsException">The name is taken, or the rule does not fit the features.</exception>
    public static FeatureTable Tag(this FeatureTable users, string name, Rule rule) =>
        Add(users, new FlagColumn(name, [.. rule.Holds(users).Select(holds => (sbyte)(holds ? 1 : 0))]), rule.ToString(), Format.Flag);

    /// <summary>The same users with a column of words.</summary>
    /// <param name="users">The users.</param>
    /// <param name="name">The name of the tag; it must be new.</param>
    /// <param name="wordOf">The word of a user by id; null where there is none.</param>
    /// <exception cref="UserOpsException">The name is taken.</exception>
    public static FeatureTable Tag(this FeatureTable users, string name, Func<string, string?> wordOf) =>
        Add(users, TextColumn.From(name, users.Ids.Select(wordOf)), name, Format.Text);

    /// <summary>The same users with <c>rfm_segment</c> and <c>rfm_value</c> (A, B, C), missing for those who are no customers.</summary>
    /// <exception cref="UserOpsException">The users have such columns already.</exception>
    public static FeatureTable Tag(this FeatureTable users, RfmResult rfm) =>
        users.Tag("rfm_segment", id => rfm.Find(id)?.Segment).Tag("rfm_value", id => rfm.Find(id)?.Value.ToString());

    /// <summary>The same users with <c>level</c>, in English words; missing for those who were not known at its date.</summary>
    /// <exception cref="UserOpsException">The users have such a column already.</exception>
    public static FeatureTable Tag(this FeatureTable users, LevelResult<UserLevel> levels) => users.Tag("level", id => levels.Find(id)?.ToString());

    /// <summary>The same users with <c>stage</c>, in English words; missing for those who were not known at its date.</summary>
    /// <exception cref="UserOpsException">The users have such a column already.</exception>
    public static FeatureTable Tag(this FeatureTable users, LevelResult<LifecycleStage> stages) => users.Tag("stage", id => stages.Find(id)?.ToString());

    private static FeatureTable Add(FeatureTable users, Column column, string meaning, Format format) =>
        users.Columns.TryGet<Column>(column.Name, out _)
            ? throw new UserOpsException($"The users have a feature '{column.Name}' already; give the tag another name.")
            : users.With([.. users.Ids], [.. users.Features, new(column.Name, meaning, format)], [.. users.Columns.Columns, column]);
}
