import { dirname } from 'node:path';
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { KernelProcess } from './KernelProcess';
import { installCommand, locate, type KernelCommand } from './locate';

/** What the kernel of a notebook is doing. */
export type KernelState = 'none' | 'missing' | 'starting' | 'idle' | 'busy';

/** One kernel process for each open notebook, started when it is first needed; nothing is started in a workspace that is not trusted. */
export class Kernels implements vscode.Disposable {
    private readonly kernels = new Map<string, Promise<KernelProcess | undefined>>();
    private readonly states = new Map<string, KernelState>();
    private readonly changed = new vscode.EventEmitter<vscode.NotebookDocument>();
    private readonly closing: vscode.Disposable;

    /** The kernel of a notebook has another state. */
    readonly onChange = this.changed.event;

    constructor(private readonly log: vscode.OutputChannel) {
        this.closing = vscode.workspace.onDidCloseNotebookDocument(notebook => void this.stop(notebook));
    }

    stateOf(notebook: vscode.NotebookDocument): KernelState {
        return this.states.get(notebook.uri.toString()) ?? 'none';
    }

    /** The kernel of a notebook if it runs. */
    running(notebook: vscode.NotebookDocument): Promise<KernelProcess | undefined> {
        return this.kernels.get(notebook.uri.toString()) ?? Promise.resolve(undefined);
    }

    /** The kernel of a notebook, started if need be; undefined where it is missing or the workspace is not trusted. */
    of(notebook: vscode.NotebookDocument): Promise<KernelProcess | undefined> {
        const key = notebook.uri.toString();
        let kernel = this.kernels.get(key);
        if (!kernel) {
            kernel = this.start(notebook);
            this.kernels.set(key, kernel);
            void kernel.then(started => started || this.kernels.delete(key));
        }
        return kernel;
    }

    setBusy(notebook: vscode.NotebookDocument, isBusy: boolean): void {
        if (this.kernels.has(notebook.uri.toString()))
            this.set(notebook, isBusy ? 'busy' : 'idle');
    }

    /** Ends the kernel of a notebook; its variables are gone. */
    async stop(notebook: vscode.NotebookDocument): Promise<void> {
        const key = notebook.uri.toString();
        const kernel = this.kernels.get(key);
        this.kernels.delete(key);
        this.set(notebook, 'none');
        (await kernel)?.dispose();
    }

    dispose(): void {
        this.closing.dispose();
        for (const kernel of this.kernels.values())
            void kernel.then(started => started?.dispose());
    }

    private async start(notebook: vscode.NotebookDocument): Promise<KernelProcess | undefined> {
        if (!vscode.workspace.isTrusted)
            return undefined;
        this.set(notebook, 'starting');
        const command = await kernelCommand();
        if (!command) {
            this.set(notebook, 'missing');
            void tellMissing();
            return undefined;
        }
        const kernel = new KernelProcess(command, folderOf(notebook), text => this.log.appendLine(text));
        kernel.onEnd(why => this.ended(notebook, why));
        void kernel.hello.then(hello => {
            this.log.appendLine(`Kernel ${hello.version} for ${notebook.uri.path}`);
            if (this.stateOf(notebook) === 'starting')
                this.set(notebook, 'idle');
        });
        return kernel;
    }

    private ended(notebook: vscode.NotebookDocument, why: string): void {
        this.kernels.delete(notebook.uri.toString());
        this.set(notebook, 'none');
        this.log.appendLine(why);
        void vscode.window.showErrorMessage(why.split('\n').slice(0, 2).join(' '), 'Show Log').then(choice => choice && this.log.show());
    }

    private set(notebook: vscode.NotebookDocument, state: KernelState): void {
        this.states.set(notebook.uri.toString(), state);
        this.changed.fire(notebook);
    }
}

/** How the kernel's program is called here; undefined where it is missing. */
export function kernelCommand(): Promise<KernelCommand | undefined> {
    return locate(
        vscode.workspace.getConfiguration('userops').get<string>('kernel', '').trim(),
        (vscode.workspace.workspaceFolders ?? []).filter(folder => folder.uri.scheme === 'file').map(folder => folder.uri.fsPath));
}

/** Says what is missing and the one command that mends it. */
export async function tellMissing(): Promise<void> {
    const choice = await vscode.window.showErrorMessage(
        `The program 'userops', which runs C# cells, was not found. Install it with: ${installCommand}`, 'Install in Terminal', 'Name Its Path');
    if (choice === 'Name Its Path')
        await vscode.commands.executeCommand('workbench.action.openSettings', 'userops.kernel');
    else if (choice) {
        const terminal = vscode.window.createTerminal('UserOps');
        terminal.show();
        terminal.sendText(installCommand);
    }
}

/** The folder in which cells run: the notebook's own, or that of the workspace for one that is not saved yet. */
function folderOf(notebook: vscode.NotebookDocument): string {
    if (notebook.uri.scheme === 'file')
        return dirname(notebook.uri.fsPath);
    return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
}
