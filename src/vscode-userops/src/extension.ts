import * as vscode from 'vscode';
import { setParameters } from './commands/parameters';
import { runReport } from './commands/report';
import { isTrusted } from './commands/trust';
import { Kernels, tellMissing } from './kernel/Kernels';
import { Diagnostics } from './language/Diagnostics';
import { registerHelp } from './language/providers';
import { Controller, csharpMetadata } from './notebooks/Controller';
import { DibSerializer } from './notebooks/DibSerializer';
import { isCSharp, notebookTypes } from './notebooks/languages';
import { Status } from './views/Status';
import { Variables } from './views/Variables';

export function activate(context: vscode.ExtensionContext): void {
    const log = vscode.window.createOutputChannel('C# Notebooks');
    const kernels = new Kernels(log);
    const diagnostics = new Diagnostics(kernels);
    const variables = new Variables(kernels);
    const controllers = notebookTypes.map(type => new Controller(type, kernels));
    for (const controller of controllers)
        controller.onRan(notebook => {
            variables.refresh();
            diagnostics.clear(notebook);
        });
    context.subscriptions.push(
        log, kernels, diagnostics, variables, ...controllers, new Status(kernels, isCSharp), registerHelp(kernels),
        vscode.workspace.registerNotebookSerializer('userops-dib', new DibSerializer(), { transientOutputs: true }),
        onNotebook('userops.restart', async notebook => {
            if (!isTrusted('A kernel runs cells'))
                return;
            await kernels.stop(notebook);
            variables.refresh();
            await kernels.of(notebook);
        }),
        onNotebook('userops.setParameters', notebook => setParameters(kernels, notebook)),
        onNotebook('userops.runReport', notebook => runReport(notebook, log)),
        vscode.commands.registerCommand('userops.explainMissing', tellMissing),
        vscode.commands.registerCommand('userops.newNotebook', newNotebook));
}

/** A command on the notebook in front; a failure is told in its own words. */
function onNotebook(command: string, act: (notebook: vscode.NotebookDocument) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(command, async () => {
        const notebook = vscode.window.activeNotebookEditor?.notebook;
        if (!notebook)
            return;
        try {
            await act(notebook);
        } catch (problem) {
            void vscode.window.showErrorMessage((problem as Error).message);
        }
    });
}

async function newNotebook(): Promise<void> {
    const data = new vscode.NotebookData([new vscode.NotebookCellData(vscode.NotebookCellKind.Code, '', 'csharp')]);
    data.metadata = { metadata: csharpMetadata, nbformat: 4, nbformat_minor: 5 };
    await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument('jupyter-notebook', data));
}
