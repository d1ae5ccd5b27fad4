using UserOps.Data;
using UserOps.Features;

namespace UserOps.Segments.Clustering;

/// <summary>Which kinds of users there are.</summary>
public static class ClusterAnalysis
{
    private const int FewestUsersOfCluster = 10;

    /// <summary>Divides users into clusters of like behaviour.</summary>
    /// <exception cref="UserOpsException">A feature is unknown, holds words or one value only, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Users are too few, or too few of them differ.</exception>
    /// <remarks>k-means: J. MacQueen (1967), "Some methods for classification and analysis of multivariate observations". It looks for round clusters of
    /// like width; long or nested shapes are cut up. Each feature weighs the same: two that say the same weigh twice.</remarks>
    public static ClusterResult Clusters(this Dataset data, ClusterDefinition? definition = null) => Clusters(data.Features((definition ??= new()).Users), definition);

    /// <summary>Divides the users of a table into clusters that are alike in its features.</summary>
    /// <exception cref="UserOpsException">A feature is unknown, holds words or one value only, or the definition contradicts itself.</exception>
    /// <exception cref="InsufficientDataException">Users are too few, or too few of them differ.</exception>
    public static ClusterResult Clusters(this FeatureTable table, ClusterDefinition? definition = null)
    {
        definition ??= new();
        Check(table, definition);
        var preparation = Preparation.Of(table, definition);
        var points = preparation.Points();
        var trial = new ClusterTrial(points, definition.Seed);
        (Partition Partition, ClusterQuality Quality)[] tried = [.. definition.Candidates.Select(trial.Make)];
        var choice = new ClusterChoice
        {
            Tried = [.. tried.Select(one => one.Quality)],
            IsGiven = definition.Clusters is not null,
            Users = table.Count,
            Measured = trial.Measured,
        };
        var partition = tried.First(one => one.Quality == choice.Chosen).Partition;
        return Result(definition, table, preparation, choice, partition, points);
    }

    private static ClusterResult Result(ClusterDefinition definition, FeatureTable table, Preparation preparation, ClusterChoice choice, Partition partition, Points points)
    {
        var profiles = new ClusterProfiles(table, preparation.Used, partition, choice.Chosen).All();
        double[] reach = ClusterAssigning.Reach(points, partition);
        var model = new ClusterModel
        {
            Features = preparation.Used,
            Names = [.. profiles.Select(profile => profile.Name)],
            Centres = partition.Centres,
            Reach = reach,
            Users = table.Count,
            CutOff = table.CutOff,
        };
        return new()
        {
            Definition = definition,
            Model = model,
            Assignment = model.Assign(table),
            Profiles = profiles,
            Choice = choice,
            Unused = preparation.Unused,
            Twins = preparation.Twins(),
            Within = partition.Within,
            Explained = partition.Explained,
        };
    }

    private static void Check(FeatureTable table, ClusterDefinition definition)
    {
        int fewest = definition.Clusters ?? definition.Fewest, most = definition.Clusters ?? definition.Most;
        if (fewest < 2 || most < fewest)
            throw new UserOpsException(definition.Clusters is { } k
                ? $"{k} clusters were asked for; 2 or more are needed to tell users apart."
                : $"{fewest} to {most} clusters were asked for; a smallest number of 2 or more and a largest one not below it are needed.");
        if (table.Count < FewestUsersOfCluster * most)
            throw new InsufficientDataException(
                $"{table.Count} users", $"{FewestUsersOfCluster * most} ({FewestUsersOfCluster} for each of {most} clusters)", "Ask for fewer clusters or take in more users.");
    }
}
