// The text format .dib: a line that is exactly #! and a language starts a cell; there are no outputs.

/** A cell of a .dib file. */
export interface DibCell {
    language: string;
    source: string;
    /** How its first line named the language; empty for a first cell without such a line. */
    starter: string;
}

/** A .dib file. */
export interface DibFile {
    cells: DibCell[];
    /** The `#!meta` block with its first line, as it was; empty without one. */
    meta: string;
    /** How its lines end. */
    newline: string;
}

const languages: Record<string, string> = {
    'csharp': 'csharp', 'c#': 'csharp', 'C#': 'csharp', 'fsharp': 'fsharp', 'f#': 'fsharp', 'F#': 'fsharp', 'pwsh': 'powershell', 'powershell': 'powershell',
    'javascript': 'javascript', 'js': 'javascript', 'html': 'html', 'markdown': 'markdown', 'mermaid': 'mermaid', 'sql': 'sql', 'kql': 'kql', 'http': 'http',
};

const starters: Record<string, string> = { 'polyglot-notebook': 'csharp', 'powershell': 'pwsh' };

/** Reads the text of a .dib file. */
export function readDib(text: string): DibFile {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const meta = takeMeta(lines);
    const cells: DibCell[] = [];
    let starter = '';
    let source: string[] = [];
    const close = () => {
        const trimmed = trim(source);
        if (trimmed)
            cells.push({ language: languages[starter] ?? 'csharp', source: trimmed, starter });
        source = [];
    };
    for (const line of lines) {
        const name = line.startsWith('#!') ? line.slice(2) : '';
        if (Object.hasOwn(languages, name)) {
            close();
            starter = name;
        } else
            source.push(line);
    }
    close();
    return { cells, meta, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Writes a .dib file. A language that the format has no word for is refused: read again, its cell would be part of the one above. */
export function writeDib(file: DibFile): string {
    const parts = file.cells.map(cell => `#!${starterOf(cell)}\n\n${cell.source}\n`);
    return (file.meta ? [file.meta + '\n', ...parts] : parts).join('\n').replaceAll('\n', file.newline);
}

function starterOf(cell: DibCell): string {
    if (cell.starter && languages[cell.starter] === cell.language)
        return cell.starter;
    const starter = starters[cell.language] ?? cell.language;
    if (!Object.hasOwn(languages, starter))
        throw new Error(`A .dib file has no cells in the language '${cell.language}'. Save the notebook as .ipynb, or give the cell another language.`);
    return starter;
}

/** Takes the block at the top off the lines. */
function takeMeta(lines: string[]): string {
    const start = lines.findIndex(line => line.trim().length > 0);
    if (start < 0 || lines[start]!.trimEnd() !== '#!meta')
        return '';
    let end = start + 1;
    while (end < lines.length && !lines[end]!.startsWith('#!'))
        end++;
    return lines.splice(0, end).join('\n').trim();
}

function trim(lines: string[]): string {
    const full = (line: string) => line.trim().length > 0;
    const start = lines.findIndex(full);
    return start < 0 ? '' : lines.slice(start, lines.findLastIndex(full) + 1).join('\n');
}
