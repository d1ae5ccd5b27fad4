using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using UserOps.Benchmarks.Data;
using UserOps.Benchmarks.Measuring;

namespace UserOps.Benchmarks.Models;

/// <summary>The verb <c>models</c>: clusters and churn training beside scikit-learn on the same rows, in one run.</summary>
internal static class ModelsCommand
{
    public static Command Make(Option<string> folder, Option<string> python)
    {
        var rows = new Option<int>("--rows") { Description = "How many users; a fifth of them judges the trained models.", DefaultValueFactory = _ => 500_000 };
        var command = new Command("models", "Finds clusters and trains churn models beside scikit-learn on the same rows and prints JSON.") { rows };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(folder)!;
            Directory.CreateDirectory(path);
            int count = parsed.GetValue(rows);
            double[][] mixture = GaussianMixture.Make(count);
            (double[][] features, bool[] left) = LabelledUsers.Make(count);
            string clusters = Write(Path.Combine(path, $"mixture-{count}.f64"), mixture);
            string users = Write(Path.Combine(path, $"users-{count}.f64"), [.. features, [.. left.Select(gone => gone ? 1.0 : 0)]]);
            var peer = Child.Read<SklearnAnswers>(parsed.GetValue(python)!, [Path.Combine(AppContext.BaseDirectory, "models_sklearn.py"), clusters, users, $"{count}"]);
            var kmeans = ClusterCost.Measure(mixture, peer.KMeans);
            var training = TrainingCost.Measure(features, left, peer);
            Console.WriteLine(JsonSerializer.Serialize(new { Machine.Description, Rows = count, KMeans = kmeans, Training = training }, Child.Json));
            return kmeans.InertiaRatio <= 1.001 && training.Values.All(one => one.AucDifference > -0.002) ? 0 : 1;
        });
        return command;
    }

    private static string Write(string path, double[][] columns)
    {
        using var file = File.Create(path);
        foreach (double[] column in columns)
            file.Write(MemoryMarshal.AsBytes<double>(column));
        return path;
    }
}

/// <summary>What scikit-learn found and what it cost.</summary>
internal sealed record SklearnAnswers(SklearnClusters KMeans, SklearnModel Trees, SklearnModel Linear);

/// <summary>k-means of scikit-learn: its default of ten starts, and one start.</summary>
internal sealed record SklearnClusters(double CpuMs, double Inertia, double OneStartCpuMs, double WorstOfTenInertia);

/// <summary>A model of scikit-learn: the cost of training, and the AUC on users that it did not learn from.</summary>
internal sealed record SklearnModel(double CpuMs, double Auc);
