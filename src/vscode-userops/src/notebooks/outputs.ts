import * as vscode from 'vscode';
import type { Bundle, KernelEvent } from '../kernel/protocol';

/** A value's renderings as VS Code takes them: pictures as bytes, `+json` types as JSON, all else as text. */
export function itemsOf(bundle: Bundle): vscode.NotebookCellOutputItem[] {
    return Object.entries(bundle).map(([mime, value]) => itemOf(mime, value));
}

function itemOf(mime: string, value: unknown): vscode.NotebookCellOutputItem {
    if (typeof value !== 'string')
        return vscode.NotebookCellOutputItem.json(value, mime);
    if (mime.startsWith('image/') && !mime.endsWith('+xml'))
        return new vscode.NotebookCellOutputItem(Buffer.from(value, 'base64'), mime);
    return vscode.NotebookCellOutputItem.text(value, mime);
}

/** An error as VS Code shows it: name and message, the lines of the traceback below; it shows the stack alone, so that the message stands there too. */
export function errorItem(name: string, message: string, traceback: readonly string[]): vscode.NotebookCellOutputItem {
    const head = traceback[0]?.includes(message) ? [] : [`${name}: ${message}`];
    return vscode.NotebookCellOutputItem.error({ name, message, stack: [...head, ...traceback].join('\n') });
}

/** What an output of a cell holds; nothing for an event that is no output. */
export function itemsOfEvent(event: KernelEvent): vscode.NotebookCellOutputItem[] {
    switch (event.type) {
        case 'stream':
            return [vscode.NotebookCellOutputItem[event.name](event.text)];
        case 'error':
            return [errorItem(event.name, event.message, event.traceback)];
        case 'display':
        case 'result':
            return itemsOf(event.data);
        default:
            return [];
    }
}
