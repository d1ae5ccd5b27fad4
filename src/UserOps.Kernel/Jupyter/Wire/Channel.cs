namespace UserOps.Kernel.Jupyter.Wire;

/// <summary>The sockets of a kernel that carry messages; the heartbeat carries none.</summary>
internal enum Channel
{
    /// <summary>Requests: run, complete, inspect.</summary>
    Shell,
    /// <summary>Requests that do not wait for running cells: interrupt, shut down.</summary>
    Control,
    /// <summary>Questions to the person at the notebook, and the answers.</summary>
    Stdin,
    /// <summary>Outputs and states, to everybody who listens. What comes in are subscriptions.</summary>
    IoPub,
}
