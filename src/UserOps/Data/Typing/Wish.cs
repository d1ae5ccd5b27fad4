namespace UserOps.Data.Typing;

/// <summary>The type that a column is asked for.</summary>
internal enum Wish
{
    /// <summary>What its values show.</summary>
    Any,
    /// <summary>Text, whatever it looks like: ids keep their zeros.</summary>
    Text,
    /// <summary>A number; other values become missing.</summary>
    Number,
    /// <summary>A moment; other values become missing.</summary>
    Time,
    /// <summary>Yes or no; other values become missing.</summary>
    Flag,
}
