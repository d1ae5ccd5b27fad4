using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace UserOps.Learning;

/// <summary>Whether the native library of LightGBM can be loaded on this machine.</summary>
internal static class LightGbmLibrary
{
    private static readonly Lazy<bool> Found = new(() => NativeLibrary.TryLoad("lib_lightgbm", typeof(LightGbmBinaryTrainer).Assembly, null, out _));

    public static bool IsThere => Found.Value;

    /// <summary>The boosted trees to use.</summary>
    public static Learner Boosted(Func<bool>? isThere = null) => isThere?.Invoke() ?? IsThere ? Learner.LightGbm : Learner.FastTree;
}
