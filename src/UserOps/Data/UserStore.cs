using UserOps.Display;

namespace UserOps.Data;

/// <summary>Who the users are: sign-up, channel, referrer and profile columns by user number.</summary>
public sealed class UserStore
{
    private readonly IReadOnlyDictionary<string, Column> _properties;

    internal UserStore(UserIndex index, TimeColumn signupAt, TextColumn? channel, int[] referrer, IReadOnlyDictionary<string, Column> properties) =>
        (Index, SignupAt, Channel, Referrer, _properties) = (index, signupAt, channel, referrer, properties);

    /// <summary>The users.</summary>
    public UserIndex Index { get; }

    /// <summary>When each user signed up; missing where the export does not say.</summary>
    public TimeColumn SignupAt { get; }

    /// <summary>The channel that brought each user; null when the export has none.</summary>
    public TextColumn? Channel { get; }

    /// <summary>The number of the user who invited this one, −1 when nobody did or the export does not say.</summary>
    public IReadOnlyList<int> Referrer { get; }

    /// <summary>The names of further columns.</summary>
    public IEnumerable<string> PropertyNames => _properties.Keys;

    /// <summary>A further column by user number.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public T Property<T>(string name) where T : Column =>
        _properties.GetValueOrDefault(name) as T
            ?? throw new MissingDataException($"Users have no {typeof(T).Name} '{name}'.{NearestName.Suggest(name, PropertyNames)} They have: {string.Join(", ", PropertyNames)}.");
}
