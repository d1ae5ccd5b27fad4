using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Notebooks;

namespace UserOps.Kernel.Installation;

/// <summary>The setting without which VS Code's Jupyter extension completes nothing after a dot.</summary>
public static class VsCodeSettings
{
    private const string Name = "jupyter.completionTriggerCharacters";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The setting as it stands in a settings file.</summary>
    public const string Setting = $$"""
        "{{Name}}": { "csharp": ["."] }
        """;

    /// <summary>The settings file of this user's VS Code; it may not exist.</summary>
    public static string UserFile => Path.Combine(
        OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Application Support")
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "Code", "User", "settings.json");

    /// <summary>Whether the file has the setting for C#.</summary>
    public static bool IsSet(string path) => File.Exists(path) && Parse(File.ReadAllText(path), path) is JsonObject settings && HasCSharp(settings);

    /// <summary>Writes the setting into the file, which keeps everything else, comments too.</summary>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="NotebookException">The file cannot be read or written, or has the setting for other languages and is left as it is.</exception>
    public static bool Write(string path)
    {
        try
        {
            string text = File.Exists(path) ? File.ReadAllText(path) : "";
            if (text.Trim().Length == 0)
                text = "{\n}\n";
            var settings = Parse(text, path) as JsonObject ?? throw new NotebookException($"'{path}' holds no settings: it is not a JSON object. Mend it in VS Code.");
            if (HasCSharp(settings))
                return false;
            if (settings.ContainsKey(Name))
                throw new NotebookException($"'{path}' sets '{Name}' for other languages. Add to it by hand: \"csharp\": [\".\"]");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".tmp", Insert(text, settings.Count > 0));
            File.Move(path + ".tmp", path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"VS Code's settings '{path}' cannot be changed: {e.Message}", e);
        }
    }

    private static bool HasCSharp(JsonObject settings) => settings[Name] is JsonObject byLanguage && byLanguage.ContainsKey("csharp");

    private static JsonNode? Parse(string text, string path)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            throw new NotebookException($"'{path}' is not valid JSON at line {e.LineNumber + 1}. Mend it in VS Code, then try again.", e);
        }
    }

    private static string Insert(string text, bool hasOthers)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        int brace = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text).AsSpan(0, (int)reader.BytesConsumed)).Length;
        return text.Insert(brace, $"\n    {Setting}{(hasOthers ? "," : "")}");
    }
}
