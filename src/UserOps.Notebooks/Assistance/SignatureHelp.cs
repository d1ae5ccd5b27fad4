namespace UserOps.Notebooks.Assistance;

/// <summary>The ways to call what is being called.</summary>
/// <param name="Signatures">One for each overload.</param>
/// <param name="ActiveSignature">The one that fits what is written, from 0.</param>
/// <param name="ActiveParameter">The parameter that is being written, from 0.</param>
public sealed record SignatureHelp(IReadOnlyList<CallSignature> Signatures, int ActiveSignature, int ActiveParameter);

/// <summary>One way to call something.</summary>
/// <param name="Text">The signature in one line.</param>
/// <param name="Documentation">What it does, in Markdown, or empty.</param>
/// <param name="Parameters">Its parameters in order.</param>
public sealed record CallSignature(string Text, string Documentation, IReadOnlyList<SignatureParameter> Parameters);

/// <summary>A parameter of something that is called.</summary>
/// <param name="Text">Type and name, as in the signature.</param>
/// <param name="Documentation">What it is for, in Markdown, or empty.</param>
public sealed record SignatureParameter(string Text, string Documentation);
