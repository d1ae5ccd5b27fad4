using UserOps.Display;

namespace UserOps.Decomposition;

/// <summary>A key figure as a tree: a leaf is measured, every other node is the sum or the product of its parts.</summary>
/// <remarks>Trees are immutable; two of the same shape are two periods of one key figure, see <see cref="KpiChangeAnalysis"/>.</remarks>
public abstract record KpiTree
{
    private KpiTree(string name, Format format) => (Name, Format) = (name, format);

    /// <summary>What a reader calls it; unique within a tree.</summary>
    public string Name { get; }

    /// <summary>How its values are printed.</summary>
    public Format Format { get; }

    /// <summary>Its value: measured at a leaf, computed elsewhere.</summary>
    public abstract double Value { get; }

    /// <summary>The nodes that it is made of; empty at a leaf.</summary>
    public abstract IReadOnlyList<KpiTree> Parts { get; }

    /// <summary>The leaves from left to right.</summary>
    public IEnumerable<Leaf> Leaves => this is Leaf leaf ? [leaf] : Parts.SelectMany(part => part.Leaves);

    /// <summary>All nodes, each before its parts, with their depth from 0.</summary>
    public IEnumerable<(KpiTree Node, int Depth)> Nodes =>
        Parts.SelectMany(part => part.Nodes).Select(pair => (pair.Node, pair.Depth + 1)).Prepend((this, 0));

    /// <summary>The same tree with other leaf values, given by leaf name.</summary>
    internal abstract KpiTree With(Func<string, double> valueOf);

    /// <summary>A measured value.</summary>
    public sealed record Leaf : KpiTree
    {
        /// <summary>Makes a leaf.</summary>
        /// <param name="name">Its name, unique within the tree.</param>
        /// <param name="value">A finite number.</param>
        /// <param name="format">How it is printed.</param>
        /// <exception cref="UserOpsException">The value is not a finite number.</exception>
        public Leaf(string name, double value, Format format) : base(name, format) => Value = double.IsFinite(value)
            ? value
            : throw new UserOpsException($"'{name}' is {value}; a key figure needs a finite number in every leaf. Use 0 where nothing happened.");

        /// <inheritdoc/>
        public override double Value { get; }

        /// <inheritdoc/>
        public override IReadOnlyList<KpiTree> Parts => [];

        internal override KpiTree With(Func<string, double> valueOf) => new Leaf(Name, valueOf(Name), Format);
    }

    /// <summary>The sum of its parts.</summary>
    public sealed record Sum : KpiTree
    {
        /// <summary>Makes a sum.</summary>
        public Sum(string name, Format format, params IReadOnlyList<KpiTree> parts) : base(name, format) => Parts = [.. parts];

        /// <inheritdoc/>
        public override double Value => Parts.Sum(part => part.Value);

        /// <inheritdoc/>
        public override IReadOnlyList<KpiTree> Parts { get; }

        internal override KpiTree With(Func<string, double> valueOf) => new Sum(Name, Format, [.. Parts.Select(part => part.With(valueOf))]);
    }

    /// <summary>The product of its parts.</summary>
    public sealed record Product : KpiTree
    {
        /// <summary>Makes a product.</summary>
        public Product(string name, Format format, params IReadOnlyList<KpiTree> parts) : base(name, format) => Parts = [.. parts];

        /// <inheritdoc/>
        public override double Value => Parts.Aggregate(1.0, (product, part) => product * part.Value);

        /// <inheritdoc/>
        public override IReadOnlyList<KpiTree> Parts { get; }

        internal override KpiTree With(Func<string, double> valueOf) => new Product(Name, Format, [.. Parts.Select(part => part.With(valueOf))]);
    }
}
