using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using UserOps.Benchmarks.Measuring;
using UserOps.Data;
using UserOps.Learning;
using UserOps.Uplift;

namespace UserOps.Benchmarks.Uplift;

/// <summary>The verb <c>uplift</c>: T-learners beside scikit-learn on the same users of Hillstrom, and the whole question with its intervals.</summary>
internal static class UpliftCommand
{
    private const string Treated = "Womens E-Mail", Alone = "No E-Mail";
    private static readonly string[] Features = ["recency", "history", "mens", "womens", "newbie", "zip_code", "channel"];

    public static Command Make(Option<string> folder, Option<string> python)
    {
        var file = new Option<string>("--hillstrom")
        {
            Description = "The table of Hillstrom's e-mail experiment.",
            DefaultValueFactory = _ => Path.Combine("..", "shared", "data", "hillstrom", "hillstrom.csv.gz"),
        };
        var command = new Command("uplift", "Trains T-learners beside scikit-learn on the same users and prints JSON.") { file };
        command.SetAction(parsed =>
        {
            Directory.CreateDirectory(parsed.GetValue(folder)!);
            var table = TypedTable.Open(parsed.GetValue(file)!);
            var users = WideUsers.Of(table, new("segment", "visit") { Control = Alone, Features = Features });
            users = users.Rows(users.RowsOf(0, users.Arms.ToList().IndexOf(Treated)));
            users = users with { Arms = [Alone, Treated], ArmOf = [.. users.ArmOf.Select(arm => arm == 0 ? 0 : 1)] };
            var split = UpliftSplit.Of(users, new UpliftTableDefinition("segment", "visit")).Parts[0];
            string rows = Path.Combine(parsed.GetValue(folder)!, "hillstrom.f64");
            Write(rows, users, split.Judging);
            var peer = Child.Read<Dictionary<string, SklearnUplift>>(parsed.GetValue(python)!, [Path.Combine(AppContext.BaseDirectory, "uplift_sklearn.py"), rows, $"{users.Count}"], ("OMP_NUM_THREADS", "1"));
            var learners = new Dictionary<string, UpliftCost>
            {
                ["trees"] = UpliftCost.Measure(users, split, new UpliftLearner.TLearner(LightGbmLibrary.Boosted()), peer["trees"]),
                ["linear"] = UpliftCost.Measure(users, split, new UpliftLearner.TLearner(Learner.Linear), peer["linear"]),
            };
            var (whole, result) = CpuClock.Measure(() => table.Uplift(new UpliftTableDefinition("segment", "visit") { Control = Alone, Features = Features }));
            Console.WriteLine(JsonSerializer.Serialize(
                new { Machine.Description, Users = users.Count, TLearner = learners, Whole = new { CpuMs = whole, Users = result.All.Count, Learners = result.Question.Learners.Count } }, Child.Json));
            return learners.Values.All(one => one.AreaDifference > -0.001) ? 0 : 1;
        });
        return command;
    }

    private static void Write(string path, AssignedUsers users, int[] judging)
    {
        HashSet<int> judges = [.. judging];
        double[][] columns =
        [
            .. Features.Select(name => users.Features.Columns.Get<Column>(name) is TextColumn text ? text.Codes.Select(code => (double)code).ToArray() : users.Features.Numbers(name)),
            [.. users.ArmOf.Select(arm => (double)arm)], [.. users.Outcomes], [.. Enumerable.Range(0, users.Count).Select(row => judges.Contains(row) ? 1.0 : 0)],
        ];
        using var file = File.Create(path);
        foreach (double[] column in columns)
            file.Write(MemoryMarshal.AsBytes<double>(column));
    }
}

/// <summary>A T-learner of scikit-learn: what training and scoring cost, and the area over random for each treated user.</summary>
internal sealed record SklearnUplift(double CpuMs, double Area);

/// <summary>Training and scoring of a T-learner, and its area beside the peer's.</summary>
internal sealed record UpliftCost(double CpuMs, double Area, SklearnUplift Sklearn)
{
    public double CpuRatio => Math.Round(Sklearn.CpuMs / CpuMs, 2);

    public double AreaDifference => Math.Round(Area - Sklearn.Area, 5);

    public static UpliftCost Measure(AssignedUsers users, (int[] Training, int[] Judging) split, UpliftLearner learner, SklearnUplift peer)
    {
        var (training, judges) = (users.Rows(split.Training), users.Rows(split.Judging));
        double[] Score() => UpliftModel.Fit(training, learner, 1).Uplift(judges.Features)[0];
        Score();
        var (cpu, uplift) = CpuClock.Measure(Score);
        var scores = new UpliftScores(uplift, [.. judges.ArmOf.Select(arm => arm == 1)], judges.Outcomes);
        return new(cpu, scores.Area(QiniVariant.Area)!.Value, peer);
    }
}
