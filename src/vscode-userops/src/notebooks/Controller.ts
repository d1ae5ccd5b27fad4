import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import { CellRun } from './CellRun';
import { Displays } from './Displays';
import { cellLanguages, csharpIds, isCSharp, kernelLanguage, metadataOf, notebookTypes, saysNothing } from './languages';

/** Runs the cells of one kind of notebook. */
export class Controller implements vscode.Disposable {
    private readonly controller: vscode.NotebookController;
    private readonly displays: Displays;
    private readonly listening: vscode.Disposable[];
    private readonly queues = new WeakMap<vscode.NotebookDocument, Promise<void>>();
    private readonly ran = new vscode.EventEmitter<vscode.NotebookDocument>();

    /** Cells of a notebook have run. */
    readonly onRan = this.ran.event;

    constructor(notebookType: typeof notebookTypes[number], private readonly kernels: Kernels) {
        this.controller = vscode.notebooks.createNotebookController(`userops-${notebookType}`, notebookType, '.NET (C#)', (cells, notebook) => this.execute(cells, notebook));
        this.controller.description = 'UserOps';
        this.controller.detail = 'C# without Python';
        this.controller.supportedLanguages = cellLanguages;
        this.controller.supportsExecutionOrder = true;
        this.displays = new Displays(this.controller);
        this.listening = [
            vscode.workspace.onDidOpenNotebookDocument(notebook => this.offer(notebook)),
            this.controller.onDidChangeSelectedNotebooks(change => change.selected && void adopt(change.notebook)),
        ];
        vscode.workspace.notebookDocuments.forEach(notebook => this.offer(notebook));
    }

    dispose(): void {
        vscode.Disposable.from(this.controller, ...this.listening).dispose();
    }

    /** Puts this kernel first for notebooks in C#, and for those that say nothing where no other extension may want them. */
    private offer(notebook: vscode.NotebookDocument): void {
        if (notebook.notebookType !== this.controller.notebookType)
            return;
        const isFree = saysNothing(notebook) && !vscode.extensions.getExtension('ms-toolsai.jupyter');
        if (isCSharp(notebook) || isFree)
            this.controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
        if (isFree)
            void adopt(notebook);
    }

    /** Queues cells behind those that run already. */
    private execute(cells: vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
        const executions = cells.map(cell => this.controller.createNotebookCellExecution(cell));
        const all = (this.queues.get(notebook) ?? Promise.resolve()).then(() => this.runAll(executions, notebook));
        this.queues.set(notebook, all);
        return all;
    }

    private async runAll(executions: vscode.NotebookCellExecution[], notebook: vscode.NotebookDocument): Promise<void> {
        let goesOn = executions.length < 2 || await this.prepare(executions, notebook);
        for (const execution of executions)
            if (goesOn && !execution.token.isCancellationRequested)
                goesOn = await this.runOne(execution, notebook);
            else
                skip(execution);
        this.ran.fire(notebook);
    }

    /** Has the packages of the whole notebook restored together. What fails there is told by the cell that asks for it; a stop does not wait for it. False where there is no kernel. */
    private async prepare(executions: vscode.NotebookCellExecution[], notebook: vscode.NotebookDocument): Promise<boolean> {
        const kernel = await this.kernels.of(notebook);
        if (!kernel)
            return false;
        const cells = notebook.getCells().filter(cell => cell.kind === vscode.NotebookCellKind.Code)
            .map(cell => ({ language: kernelLanguage(cell), code: cell.document.getText().replace(/\r\n/g, '\n') }));
        const stopped = new Promise<void>(resolve => executions[0]!.token.onCancellationRequested(() => resolve()));
        await Promise.race([kernel.send('prepare', { cells }).reply.catch(() => { }), stopped]);
        return true;
    }

    private async runOne(execution: vscode.NotebookCellExecution, notebook: vscode.NotebookDocument): Promise<boolean> {
        const kernel = await this.kernels.of(notebook);
        if (!kernel) {
            skip(execution);
            return false;
        }
        this.kernels.setBusy(notebook, true);
        try {
            return await new CellRun(execution, kernel, this.displays).run(kernelLanguage(execution.cell));
        } finally {
            this.kernels.setBusy(notebook, false);
        }
    }
}

function skip(execution: vscode.NotebookCellExecution): void {
    execution.start();
    execution.end(undefined);
}

/** A notebook that says nothing of its language becomes one in C#, with the metadata that every C# kernel knows. */
async function adopt(notebook: vscode.NotebookDocument): Promise<void> {
    if (!saysNothing(notebook))
        return;
    for (const cell of notebook.getCells())
        if (cell.kind === vscode.NotebookCellKind.Code && !csharpIds.includes(cell.document.languageId))
            await vscode.languages.setTextDocumentLanguage(cell.document, 'csharp');
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [vscode.NotebookEdit.updateNotebookMetadata({ ...notebook.metadata, metadata: { ...metadataOf(notebook), ...csharpMetadata } })]);
    await vscode.workspace.applyEdit(edit);
}

/** What a new C# notebook says of itself. */
export const csharpMetadata = {
    kernelspec: { display_name: '.NET (C#)', language: 'C#', name: '.net-csharp' },
    language_info: { name: 'csharp' },
};
