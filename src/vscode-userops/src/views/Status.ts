import * as vscode from 'vscode';
import type { Kernels, KernelState } from '../kernel/Kernels';

const texts: Record<KernelState, { text: string; tooltip: string }> = {
    none: { text: '$(circle-outline) C#', tooltip: 'No kernel runs; it starts with the first cell.' },
    missing: { text: '$(error) C#: kernel missing', tooltip: "The program 'userops' was not found. Click to see what installs it." },
    starting: { text: '$(sync~spin) C#: starting', tooltip: 'The kernel starts.' },
    idle: { text: '$(check) C#', tooltip: 'The kernel is ready. Click to restart it.' },
    busy: { text: '$(sync~spin) C#: running', tooltip: 'A cell runs. Click to restart the kernel.' },
};

/** The state of the kernel of the notebook in front, and whether the extension's commands apply there. */
export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('userops.kernel', vscode.StatusBarAlignment.Right, 100);
    private readonly listening: vscode.Disposable;

    constructor(private readonly kernels: Kernels, private readonly isOurs: (notebook: vscode.NotebookDocument) => boolean) {
        this.item.name = 'C# kernel';
        this.listening = vscode.Disposable.from(vscode.window.onDidChangeActiveNotebookEditor(() => this.show()), kernels.onChange(() => this.show()));
        this.show();
    }

    dispose(): void {
        vscode.Disposable.from(this.item, this.listening).dispose();
    }

    /** Shows the state of the notebook in front. */
    show(): void {
        const notebook = vscode.window.activeNotebookEditor?.notebook;
        const isActive = notebook !== undefined && this.isOurs(notebook);
        void vscode.commands.executeCommand('setContext', 'userops.isActive', isActive);
        if (!isActive) {
            this.item.hide();
            return;
        }
        const state = this.kernels.stateOf(notebook);
        Object.assign(this.item, texts[state], { command: state === 'missing' ? 'userops.explainMissing' : 'userops.restart' });
        this.item.show();
    }
}
