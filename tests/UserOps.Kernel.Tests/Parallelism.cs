using Xunit.Sdk;
using Xunit.v3;

// Cells share the console of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
