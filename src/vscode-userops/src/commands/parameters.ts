import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import type { KernelProcess } from '../kernel/KernelProcess';
import type { CellText, Parameter } from '../kernel/protocol';
import { kernelLanguage } from '../notebooks/languages';

/** Lets the person set the parameters of a notebook; the kernel checks each value against its type and writes it into the parameters cell. */
export async function setParameters(kernels: Kernels, notebook: vscode.NotebookDocument): Promise<void> {
    const kernel = await kernels.of(notebook);
    if (!kernel)
        return;
    for (;;) {
        const cells = notebook.getCells().map(textOf);
        const { parameters } = await kernel.send('parameters', { cells }).reply;
        if (parameters.length === 0) {
            void vscode.window.showInformationMessage("This notebook has no parameters: tag the cell that declares them 'parameters' (in a .dib, begin it with // parameters).");
            return;
        }
        const chosen = await choose(parameters);
        if (!chosen || !await change(kernel, notebook, cells, chosen))
            return;
    }
}

async function choose(parameters: Parameter[]): Promise<Parameter | undefined> {
    const items = parameters.map(parameter => ({ label: parameter.name, description: parameter.default ?? '', detail: [parameter.parameterType, parameter.description].filter(Boolean).join(' · '), parameter }));
    return (await vscode.window.showQuickPick(items, { title: 'Set Parameters', placeHolder: 'Choose a parameter; Esc when done', matchOnDetail: true }))?.parameter;
}

/** Asks for a value until it fits or the person gives up. */
async function change(kernel: KernelProcess, notebook: vscode.NotebookDocument, cells: CellText[], { name, parameterType, default: usual, description }: Parameter): Promise<boolean> {
    let accepted: { cell: number; code: string } | undefined;
    const text = await vscode.window.showInputBox({
        title: `${name} (${parameterType})`, prompt: description ?? '', value: plain(usual ?? ''), ignoreFocusOut: true,
        validateInput: async value => {
            try {
                accepted = await kernel.send('set', { cells, values: { [name]: value } }).reply;
                return undefined;
            } catch (problem) {
                return (problem as Error).message;
            }
        },
    });
    if (text === undefined || !accepted)
        return false;
    const document = notebook.cellAt(accepted.cell).document;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), accepted.code);
    return vscode.workspace.applyEdit(edit);
}

/** A value as a person types it: text without its quotes, numbers without their suffix. */
function plain(literal: string): string {
    return /^".*"$/.test(literal) ? literal.slice(1, -1).replace(/\\(["\\])/g, '$1') : literal.replace(/^(-?[\d.]+)[mMdDfFlL]$/, '$1');
}

function textOf(cell: vscode.NotebookCell): CellText {
    const metadata = cell.metadata['metadata'] as { tags?: string[] } | undefined;
    const code = cell.document.getText().replace(/\r\n/g, '\n');
    const isDibParameters = cell.notebook.notebookType === 'userops-dib' && /^\s*\/\/ parameters\s*$/i.test(code.split('\n')[0]!);
    return {
        language: cell.kind === vscode.NotebookCellKind.Markup ? 'markdown' : kernelLanguage(cell), code,
        tags: isDibParameters ? ['parameters'] : metadata?.tags ?? [],
    };
}
