using Xunit.Sdk;
using Xunit.v3;

// Cells share the console and the current directory of the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
