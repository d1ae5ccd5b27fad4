import * as vscode from 'vscode';
import { readDib, writeDib } from './dib';

/** Opens and saves .dib files as notebooks; no kernel is needed for that. */
export class DibSerializer implements vscode.NotebookSerializer {
    deserializeNotebook(content: Uint8Array): vscode.NotebookData {
        const file = readDib(new TextDecoder().decode(content));
        const data = new vscode.NotebookData(file.cells.map(cell => {
            const isText = cell.language === 'markdown';
            const read = new vscode.NotebookCellData(isText ? vscode.NotebookCellKind.Markup : vscode.NotebookCellKind.Code, cell.source, cell.language);
            read.metadata = { starter: cell.starter };
            return read;
        }));
        data.metadata = { meta: file.meta, newline: file.newline };
        return data;
    }

    serializeNotebook(data: vscode.NotebookData): Uint8Array {
        const cells = data.cells.map(cell => ({ language: cell.languageId, source: cell.value.replace(/\r\n/g, '\n'), starter: String(cell.metadata?.['starter'] ?? '') }));
        return new TextEncoder().encode(writeDib({ cells, meta: String(data.metadata?.['meta'] ?? ''), newline: String(data.metadata?.['newline'] ?? '\n') }));
    }
}
