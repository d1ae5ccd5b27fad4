import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import type { Variable } from '../kernel/protocol';

/** The variables of the notebook in front, after each run. */
export class Variables implements vscode.TreeDataProvider<Variable>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<void>();
    private readonly listening: vscode.Disposable;

    readonly onDidChangeTreeData = this.changed.event;

    constructor(private readonly kernels: Kernels) {
        this.listening = vscode.Disposable.from(
            vscode.window.registerTreeDataProvider('userops.variables', this),
            vscode.window.onDidChangeActiveNotebookEditor(() => this.refresh()));
    }

    refresh(): void {
        this.changed.fire();
    }

    dispose(): void {
        this.listening.dispose();
    }

    getTreeItem({ name, variableType, text }: Variable): vscode.TreeItem {
        const item = new vscode.TreeItem(name);
        item.description = `${text}  ${variableType}`;
        item.tooltip = `${variableType} ${name} = ${text}`;
        item.iconPath = new vscode.ThemeIcon('symbol-variable');
        return item;
    }

    async getChildren(parent?: Variable): Promise<Variable[]> {
        const notebook = vscode.window.activeNotebookEditor?.notebook;
        const kernel = !parent && notebook && await this.kernels.running(notebook);
        if (!kernel)
            return [];
        try {
            return (await kernel.send('variables').reply).variables;
        } catch {
            return []; // The kernel ended meanwhile, which is told elsewhere.
        }
    }
}
