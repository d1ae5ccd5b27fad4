import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import * as vscode from 'vscode';
import { kernelCommand, tellMissing } from '../kernel/Kernels';
import type { KernelCommand } from '../kernel/locate';
import { isTrusted } from './trust';

/** Runs the saved notebook from its first cell in a process of its own, and shows the report beside it. */
export async function runReport(notebook: vscode.NotebookDocument, log: vscode.OutputChannel): Promise<void> {
    if (!isTrusted('A report runs the notebook'))
        return;
    if (notebook.uri.scheme !== 'file' || (notebook.isDirty && !await notebook.save())) {
        void vscode.window.showWarningMessage('Save the notebook first: a report is made from its file.');
        return;
    }
    const command = await kernelCommand();
    if (!command) {
        await tellMissing();
        return;
    }
    const name = basename(notebook.uri.fsPath, extname(notebook.uri.fsPath));
    const out = await mkdtemp(join(tmpdir(), 'userops-report-'));
    const failed = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: `Report of ${name}`, cancellable: true },
        (progress, token) => run(command, notebook.uri.fsPath, out, line => progress.report({ message: line }), log, token));
    if (failed === undefined)
        return;
    await show(name, join(out, `${name}.html`), failed);
}

/** Runs it; true when a cell failed, undefined when the person stopped it. */
function run(
    command: KernelCommand, notebook: string, out: string, tell: (line: string) => void, log: vscode.OutputChannel, token: vscode.CancellationToken): Promise<boolean | undefined> {
    return new Promise(resolve => {
        const process = execFile(command.program, [...command.args, 'report', notebook, '--out', out], { cwd: dirname(notebook), shell: command.shell ?? false, maxBuffer: 1 << 26 },
            problem => resolve(token.isCancellationRequested ? undefined : problem !== null));
        process.stderr?.on('data', (piece: string) => {
            log.append(piece);
            const line = piece.trim().split('\n').at(-1);
            if (line)
                tell(line.trim());
        });
        token.onCancellationRequested(() => process.kill());
    });
}

async function show(name: string, page: string, failed: boolean): Promise<void> {
    let html: string;
    try {
        html = await readFile(page, 'utf8');
    } catch {
        void vscode.window.showErrorMessage(`The report of ${name} could not be made; the reason stands in the log 'C# Notebooks'.`);
        return;
    }
    if (failed)
        void vscode.window.showWarningMessage(`A cell of ${name} failed; its report says which and why.`);
    const panel = vscode.window.createWebviewPanel('userops.report', `Report: ${name}`, vscode.ViewColumn.Beside, { enableScripts: true, retainContextWhenHidden: true });
    panel.webview.html = html;
}
