using System.Text;

namespace UserOps.Data.Schema;

/// <summary>Compares names whatever their case, spacing, underscores and width: <c>Customer ID</c>, <c>customer_id</c>, <c>CustomerID </c>, <c>ｃｕｓｔｏｍｅｒＩＤ</c>.</summary>
internal static class ColumnNames
{
    /// <summary>The letters and digits of a name in small letters.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    /// <summary>The column of the header that is meant by a name: the same one, or the only one that differs in case and spacing alone.</summary>
    public static string? Find(IReadOnlyList<string> header, string name)
    {
        if (header.Contains(name, StringComparer.Ordinal))
            return name;
        string plain = Plain(name);
        string[] found = [.. header.Where(column => Plain(column) == plain)];
        return found.Length == 1 ? found[0] : null;
    }
}
