using MathNet.Numerics.LinearAlgebra;

namespace UserOps.Statistics;

/// <summary>Where a likelihood is largest, and how sharply it falls around there.</summary>
/// <remarks>
/// The Hessian is the central difference of the gradient. A direction in which the likelihood is flat is one along which parameters could go on without
/// end, as a positive parameter to 0 or two of them to infinity together: its parameters are on the boundary, have no standard error, and the covariance leaves the direction out.
/// </remarks>
internal sealed class LikelihoodMaximum
{
    // Curvature per unit of an unlimited scale: below it a change by a factor of 20 in a logarithm costs less than 0.001 of log-likelihood.
    private const double Flat = 2e-4, DifferenceStep = 1e-4;

    private readonly Lazy<(Matrix<double> Covariance, bool[] IsOnBoundary)> _curvature;

    public LikelihoodMaximum(GradientFunction function, ParameterBox box, Bfgs end, int evaluations)
    {
        (Function, Box, Parameters, LogLikelihood, Evaluations) = (function, box, end.Point, -end.Value, evaluations);
        Gradient = end.Gradient;
        IsConverged = end.Decrement <= Math.Max(1e-5, 1e-12 * Math.Abs(end.Value));
        _curvature = new(Curvature);
    }

    /// <summary>Minus the log-likelihood.</summary>
    public GradientFunction Function { get; }

    /// <summary>Where parameters may lie.</summary>
    public ParameterBox Box { get; }

    /// <summary>The estimates, on the scale of the search.</summary>
    public double[] Parameters { get; }

    /// <summary>The log-likelihood there.</summary>
    public double LogLikelihood { get; }

    /// <summary>The gradient of minus the log-likelihood there.</summary>
    public double[] Gradient { get; }

    /// <summary>Whether one more step would raise the log-likelihood by less than 0.00001.</summary>
    public bool IsConverged { get; }

    /// <summary>How often the likelihood was evaluated, over all starts.</summary>
    public int Evaluations { get; }

    /// <summary>The covariance of the estimates on the scale of the search.</summary>
    public Matrix<double> Covariance => _curvature.Value.Covariance;

    /// <summary>Which parameters lie on the boundary.</summary>
    public IReadOnlyList<bool> IsOnBoundary => _curvature.Value.IsOnBoundary;

    /// <summary>The standard errors on the scale of the search; NaN on the boundary.</summary>
    public double[] StandardErrors => [.. Parameters.Select((_, i) => IsOnBoundary[i] ? double.NaN : Math.Sqrt(Covariance[i, i]))];

    private (Matrix<double>, bool[]) Curvature()
    {
        var eigen = Hessian().Evd(Symmetricity.Symmetric);
        int size = Parameters.Length;
        bool[] onBoundary = [.. Parameters.Select((value, i) => value <= Box.Lower[i] || value >= Box.Upper[i])];
        var covariance = Matrix<double>.Build.Dense(size, size);
        for (int k = 0; k < size; k++)
        {
            var direction = eigen.EigenVectors.Column(k);
            double curvature = eigen.EigenValues[k].Real;
            if (curvature > Flat)
                covariance += direction.OuterProduct(direction) / curvature;
            else
                for (int i = 0; i < size; i++)
                    onBoundary[i] |= Math.Abs(direction[i]) > 0.1;
        }
        return (covariance, onBoundary);
    }

    private Matrix<double> Hessian()
    {
        int size = Parameters.Length;
        var hessian = Matrix<double>.Build.Dense(size, size);
        double[] point = [.. Parameters], above = new double[size], below = new double[size];
        for (int i = 0; i < size; i++)
        {
            double step = DifferenceStep * Math.Max(1, Math.Abs(Parameters[i]) / 10);
            point[i] = Parameters[i] + step;
            Function(point, above);
            point[i] = Parameters[i] - step;
            Function(point, below);
            point[i] = Parameters[i];
            for (int j = 0; j < size; j++)
                hessian[i, j] = (above[j] - below[j]) / (2 * step);
        }
        return (hessian + hessian.Transpose()) / 2;
    }
}
