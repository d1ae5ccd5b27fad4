using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using UserOps.Serving.Languages;
using UserOps.Serving.Pages;
using UserOps.Serving.Security;

namespace UserOps.Serving;

/// <summary>Takes the files of an export straight to disk, under names of its own making; a broken or too large upload leaves nothing.</summary>
internal sealed class Uploads(string folder, long limit, AccessKeys keys, ServedWords words)
{
    private const string Unfinished = ".new-";
    private const int LongestName = 40;
    private const long Reserve = 200_000_000;

    /// <summary>What a form may be larger than its files: boundaries and fields.</summary>
    public const int Overhead = 64_000;

    /// <summary>Makes the folder, for the owner alone, and removes what a process that was killed left unfinished.</summary>
    public void Prepare()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string left in Directory.EnumerateDirectories(folder, "*" + Unfinished + "*").ToList())
            Directory.Delete(left, recursive: true);
    }

    /// <summary>Stores the files of a form.</summary>
    /// <returns>The folder that holds them.</returns>
    /// <exception cref="UploadRefusedException">The form is too large or holds no data.</exception>
    public async Task<string> StoreAsync(HttpRequest request, CancellationToken cancellation)
    {
        CheckSize(request.ContentLength);
        string place = Path.Combine(folder, ExportShelf.NameOfUpload(DateTime.Now)), temporary = place + Unfinished;
        try
        {
            Directory.CreateDirectory(temporary);
            if (await StoreFilesAsync(request, temporary, cancellation) == 0)
                throw new UploadRefusedException(StatusCodes.Status400BadRequest, words.NoFileChosen);
            Directory.Move(temporary, place);
            return place;
        }
        catch (BadHttpRequestException problem)
        {
            throw new UploadRefusedException(problem.StatusCode, TooLarge());
        }
        catch (IOException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new UploadRefusedException(StatusCodes.Status507InsufficientStorage, words.NotStored(problem.Message));
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    // Before a byte is read: what is too large is not written to the disk first.
    private void CheckSize(long? length)
    {
        if (length > limit + Overhead)
            throw new UploadRefusedException(StatusCodes.Status413PayloadTooLarge, TooLarge());
        if (length > new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace - Reserve)
            throw new UploadRefusedException(StatusCodes.Status507InsufficientStorage, words.NoSpace);
    }

    private async Task<int> StoreFilesAsync(HttpRequest request, string place, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, words.NoForm);
        var reader = new MultipartReader(boundary, request.Body);
        bool isOurs = false;
        int files = 0;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                if (!isOurs)
                    throw new UploadRefusedException(StatusCodes.Status403Forbidden, words.NotFromHere.Text);
                if (disposition.FileName.Length > 0)
                    await StoreFileAsync(section.Body, NewName(place, disposition.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value!, files++), cancellation);
            }
            else
                isOurs |= section.GetContentDispositionHeader()?.Name == "key" && keys.IsFormKey(await section.ReadAsStringAsync(cancellation));
        return files;
    }

    private static async Task StoreFileAsync(Stream content, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await content.CopyToAsync(file, cancellation);
    }

    /// <summary>A name made here: of the one given only letters and digits of the stem, which tells the table, and an extension that is known.</summary>
    private string NewName(string place, string given, int index)
    {
        string file = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        if (!ExportShelf.IsData(file))
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, words.NoData(file));
        string extension = Path.GetExtension(file).ToLowerInvariant(), stem = Path.GetFileNameWithoutExtension(file);
        if (extension == ".gz" && ExportShelf.IsData(stem))
            (extension, stem) = (Path.GetExtension(stem).ToLowerInvariant() + extension, Path.GetFileNameWithoutExtension(stem));
        string letters = new([.. stem.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_').Take(LongestName)]);
        string path = Path.Combine(place, letters.Trim('_').Length == 0 ? $"file{index + 1}{extension}" : letters + extension);
        return File.Exists(path) ? Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{letters}_{index + 1}{extension}")) : path;
    }

    private string TooLarge() => words.TooLarge(Size.Words(limit));
}

/// <summary>An upload that was not taken.</summary>
internal sealed class UploadRefusedException(int status, string message) : Exception(message)
{
    public int Status => status;
}
