import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import type { Replies } from '../kernel/protocol';

type Question = 'complete' | 'hover' | 'signatures' | 'diagnostics';

/** The notebook that a cell's text belongs to. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
    return vscode.workspace.notebookDocuments.find(notebook => notebook.getCells().some(cell => cell.document === document));
}

/** Asks the kernel about the text of a cell; undefined where no kernel answers. */
export async function askAbout<K extends Question>(
    kernels: Kernels, question: K, document: vscode.TextDocument, position?: vscode.Position): Promise<(Replies[K] & { id: string }) | undefined> {
    const notebook = notebookOf(document);
    // Where the program is missing only running a cell looks for it again: nobody wants to be told so at every key.
    const kernel = notebook && kernels.stateOf(notebook) !== 'missing' ? await kernels.of(notebook) : undefined;
    if (!kernel)
        return undefined;
    const text = document.getText();
    const where = position === undefined ? {} : { position: toOffset(document, text, position) };
    try {
        const request = kernel.send(question, { code: text.replace(/\r\n/g, '\n'), ...where });
        return { ...await request.reply, id: request.id };
    } catch {
        return undefined; // The kernel ended meanwhile, which is told elsewhere.
    }
}

/** The kernel counts in text whose lines end in \n. */
function toOffset(document: vscode.TextDocument, text: string, position: vscode.Position): number {
    return text.slice(0, document.offsetAt(position)).replace(/\r\n/g, '\n').length;
}

/** The range between two offsets of a text whose lines end in \n. */
export function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
    const text = document.getText().replace(/\r\n/g, '\n');
    return new vscode.Range(positionOf(text, start), positionOf(text, end));
}

function positionOf(text: string, offset: number): vscode.Position {
    const before = text.slice(0, offset).split('\n');
    return new vscode.Position(before.length - 1, before.at(-1)!.length);
}
