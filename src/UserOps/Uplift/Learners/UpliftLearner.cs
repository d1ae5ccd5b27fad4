using UserOps.Features;
using UserOps.Learning;

namespace UserOps.Uplift;

/// <summary>A way to learn by how much an arm changes the outcome of a user.</summary>
/// <remarks>All of them assume that the arm was assigned by lot, and that one user's arm does not change another user's outcome.</remarks>
public abstract record UpliftLearner
{
    private UpliftLearner() { }

    /// <summary>Two linear models decide, which seldom go far wrong; a class transformation and a tree of rules stand beside them.</summary>
    public static IReadOnlyList<UpliftLearner> Usual { get; } = [new TLearner(Learner.Linear), new ClassTransformation(Learner.Linear), new UpliftTree()];

    /// <summary>What it is called.</summary>
    public abstract string Name { get; }

    /// <summary>Fits a scorer for each treated arm, in the order of the arms.</summary>
    internal abstract IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed);

    /// <summary>One model whose features include the arm; uplift is its answer with the arm less its answer without.</summary>
    /// <param name="Base">What the model is. A linear one knows no difference between users but that of their level: take trees.</param>
    /// <remarks>S. Künzel, J. Sekhon, P. Bickel, B. Yu (2019), "Metalearners for estimating heterogeneous treatment effects using machine learning", PNAS 116.</remarks>
    public sealed record SLearner(Learner Base) : UpliftLearner
    {
        /// <inheritdoc/>
        public override string Name => $"S-learner, {Words(Base)}";

        internal override IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed) =>
            [.. Treated(users).Select(arm => OneModel.Fit(users.Rows(users.RowsOf(0, arm)), Options(Base, seed)))];
    }

    /// <summary>A model of each arm; uplift is the difference of their answers.</summary>
    /// <param name="Base">What the models are.</param>
    /// <remarks>The two-model approach of B. Hansotia and B. Rukstales (2002), "Incremental value modeling", Journal of Interactive Marketing 16. Errors of both models add up.</remarks>
    public sealed record TLearner(Learner Base) : UpliftLearner
    {
        /// <inheritdoc/>
        public override string Name => $"T-learner, {Words(Base)}";

        internal override IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed)
        {
            var control = ResponseModel.Fit(users, users.RowsOf(0), Options(Base, seed));
            return [.. Treated(users).Select(arm => new TwoModels(ResponseModel.Fit(users, users.RowsOf(arm), Options(Base, seed)), control))];
        }
    }

    /// <summary>Models of each arm say what would have been; models of the differences to it are joined by the share of the arm.</summary>
    /// <param name="Base">What the models are.</param>
    /// <remarks>Künzel et al. (2019). Made for arms of very unequal size and effects that are simpler than outcomes.</remarks>
    public sealed record XLearner(Learner Base) : UpliftLearner
    {
        /// <inheritdoc/>
        public override string Name => $"X-learner, {Words(Base)}";

        internal override IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed)
        {
            var control = ResponseModel.Fit(users, users.RowsOf(0), Options(Base, seed));
            return [.. Treated(users).Select(arm => CrossedModels.Fit(users, arm, control, Options(Base, seed)))];
        }
    }

    /// <summary>One model of a new outcome whose mean is the uplift.</summary>
    /// <param name="Base">What the model is.</param>
    /// <remarks>
    /// M. Jaśkowski and S. Jaroszewicz (2012), "Uplift modeling for clinical trial data", ICML workshop, with weights for arms of unequal share; for amounts the
    /// transformed outcome of S. Athey and G. Imbens (2015), "Machine learning methods for estimating heterogeneous causal effects".
    /// It hangs on the share of the arm being right.
    /// </remarks>
    public sealed record ClassTransformation(Learner Base) : UpliftLearner
    {
        /// <inheritdoc/>
        public override string Name => $"Class transformation, {Words(Base)}";

        internal override IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed) =>
            [.. Treated(users).Select(arm => TransformedOutcome.Fit(users.Rows(users.RowsOf(0, arm)), users.TreatedShare(arm), Options(Base, seed)))];
    }

    /// <summary>Rules that divide users where the uplift differs: found on one half of the users, estimated on the other.</summary>
    /// <param name="Depth">How many questions a rule asks at most, 1 to 4.</param>
    /// <param name="LeastUsers">How many users of each arm a rule holds for at least in the half that it is found on, 10 or more.</param>
    /// <remarks>
    /// Splits by the significance of the difference of uplifts: N. Radcliffe and P. Surry (2011), "Real-world uplift modelling with significance-based uplift trees";
    /// honest estimation: S. Athey and G. Imbens (2016), "Recursive partitioning for heterogeneous causal effects", PNAS 113.
    /// </remarks>
    public sealed record UpliftTree(int Depth = 3, int LeastUsers = 30) : UpliftLearner
    {
        /// <inheritdoc/>
        public override string Name => "Uplift tree";

        internal override IReadOnlyList<IUpliftScorer> Fit(AssignedUsers users, int seed)
        {
            if (Depth is < 1 or > 4 || LeastUsers < 10)
                throw new UserOpsException($"A tree of depth {Depth} with rules for {LeastUsers} users was asked for; 1 to 4, and 10 users or more, are needed.");
            return [.. Treated(users).Select(arm => HonestTree.Fit(users.Rows(users.RowsOf(0, arm)), this, seed))];
        }
    }

    private static IEnumerable<int> Treated(AssignedUsers users) => Enumerable.Range(1, users.Arms.Count - 1);

    private static LearningOptions Options(Learner wanted, int seed) =>
        new() { Learner = wanted == Learner.LightGbm ? LightGbmLibrary.Boosted() : wanted, Seed = seed };

    private static string Words(Learner learner) => learner == Learner.Linear ? "linear" : "boosted trees";
}

/// <summary>By how much an arm changes the outcome of users.</summary>
internal interface IUpliftScorer
{
    /// <summary>The uplift of each user, in the unit of the outcome.</summary>
    double[] Uplift(FeatureTable features);
}
