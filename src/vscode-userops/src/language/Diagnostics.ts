import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import { csharpCells } from '../notebooks/languages';
import { askAbout, notebookOf, rangeOf } from './CellHelp';

const restMilliseconds = 400;

// The name does not exist, the type or namespace is not found: to be expected while cells above have not run.
const missingNames = new Set(['CS0103', 'CS0246', 'CS0234', 'CS1061']);

/** Errors of the cell that is being written, once the writer rests. */
export class Diagnostics implements vscode.Disposable {
    private readonly found = vscode.languages.createDiagnosticCollection('C# notebook');
    private readonly timers = new Map<vscode.TextDocument, NodeJS.Timeout>();
    private readonly listening: vscode.Disposable[];

    constructor(private readonly kernels: Kernels) {
        this.listening = [
            vscode.workspace.onDidChangeTextDocument(({ document }) => vscode.languages.match(csharpCells, document) && this.later(document)),
            vscode.workspace.onDidCloseTextDocument(document => this.forget(document)),
        ];
    }

    dispose(): void {
        this.timers.forEach(timer => clearTimeout(timer));
        vscode.Disposable.from(this.found, ...this.listening).dispose();
    }

    /** Takes away what was found in cells that have run since: their errors stand in their outputs. */
    clear(notebook: vscode.NotebookDocument): void {
        notebook.getCells().forEach(cell => this.found.delete(cell.document.uri));
    }

    private later(document: vscode.TextDocument): void {
        clearTimeout(this.timers.get(document));
        this.timers.set(document, setTimeout(() => void this.check(document), restMilliseconds));
    }

    private async check(document: vscode.TextDocument): Promise<void> {
        this.timers.delete(document);
        const version = document.version;
        const answer = await askAbout(this.kernels, 'diagnostics', document);
        if (!answer || document.version !== version)
            return;
        const knowsAll = hasRunAbove(document);
        this.found.set(document.uri, answer.diagnostics
            .filter(({ code }) => knowsAll || !missingNames.has(code))
            .map(({ severity, code, message, start, end }) => {
                const shown = new vscode.Diagnostic(
                    rangeOf(document, start, end), message, severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
                shown.code = code;
                shown.source = 'C#';
                return shown;
            }));
    }

    private forget(document: vscode.TextDocument): void {
        clearTimeout(this.timers.get(document));
        this.timers.delete(document);
        this.found.delete(document.uri);
    }
}

/** Whether all code cells above have run. */
function hasRunAbove(document: vscode.TextDocument): boolean {
    const cells = notebookOf(document)?.getCells() ?? [];
    const place = cells.findIndex(cell => cell.document === document);
    return cells.slice(0, place).every(cell => cell.kind !== vscode.NotebookCellKind.Code || cell.executionSummary?.success === true);
}
