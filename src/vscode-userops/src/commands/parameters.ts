import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import type { KernelProcess } from '../kernel/KernelProcess';
import type { CellText, Parameter } from '../kernel/protocol';
import { kernelLanguage } from '../notebooks/languages';
import { choicesOf, detailOf, isList, promptOf, typed, type Value } from './parameterText';
import { isTrusted } from './trust';

/** Lets the person set the parameters of a notebook; the kernel checks each value against its type and rules and writes it into the parameters cell. */
export async function setParameters(kernels: Kernels, notebook: vscode.NotebookDocument): Promise<void> {
    const kernel = isTrusted('Parameters are checked by the kernel') ? await kernels.of(notebook) : undefined;
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
        const code = chosen && await new Form(kernel, cells, chosen).ask();
        if (!code || !await write(notebook, code))
            return;
    }
}

/** The parameters cell and its new text. */
interface Changed { cell: number; code: string }

async function choose(parameters: Parameter[]): Promise<Parameter | undefined> {
    const items = parameters.map(parameter => ({ label: parameter.name, description: parameter.default ?? '', detail: detailOf(parameter), parameter }));
    return (await vscode.window.showQuickPick(items, { title: 'Set Parameters', placeHolder: 'Choose a parameter; Esc when done', matchOnDetail: true }))?.parameter;
}

/** Asks for one value until it fits or the person gives up. */
class Form {
    private readonly title: string;

    constructor(private readonly kernel: KernelProcess, private readonly cells: CellText[], private readonly parameter: Parameter) {
        this.title = `${parameter.name} (${parameter.parameterType})`;
    }

    ask(): Promise<Changed | undefined> {
        if (this.parameter.secret)
            return this.askSecret();
        return this.parameter.choices.length > 0 ? this.askChoice() : this.askText(typed(this.parameter));
    }

    private async askText(value: string): Promise<Changed | undefined> {
        let accepted: Changed | undefined;
        const text = await vscode.window.showInputBox({
            title: this.title, prompt: promptOf(this.parameter), value, ignoreFocusOut: true,
            validateInput: async text => {
                const answer = await this.set(text);
                accepted = typeof answer === 'string' ? undefined : answer;
                return accepted ? undefined : answer as string;
            },
        });
        return text === undefined ? undefined : accepted;
    }

    /** One of the choices; several where the parameter is a list. */
    private async askChoice(): Promise<Changed | undefined> {
        const items = choicesOf(this.parameter).map(label => ({ label, picked: this.parameter.values?.includes(label) ?? false }));
        const options = { title: this.title, placeHolder: promptOf(this.parameter), ignoreFocusOut: true };
        const picked = isList(this.parameter)
            ? (await vscode.window.showQuickPick(items, { ...options, canPickMany: true }))?.map(item => item.label)
            : (await vscode.window.showQuickPick(items, options))?.label;
        return picked === undefined ? undefined : this.told(await this.set(picked));
    }

    /** The value goes to the kernel alone; the cell names the variable from which it is read. */
    private async askSecret(): Promise<Changed | undefined> {
        const text = await vscode.window.showInputBox({ title: this.title, prompt: promptOf(this.parameter), password: true, ignoreFocusOut: true });
        return text ? this.told(await this.set(text)) : undefined;
    }

    /** The new text of the cell, or why the value does not fit. */
    private async set(value: Value): Promise<Changed | string> {
        try {
            return await this.kernel.send('set', { cells: this.cells, values: { [this.parameter.name]: value } }).reply;
        } catch (problem) {
            return (problem as Error).message;
        }
    }

    private told(answer: Changed | string): Changed | undefined {
        if (typeof answer !== 'string')
            return answer;
        void vscode.window.showWarningMessage(answer);
        return undefined;
    }
}

function write(notebook: vscode.NotebookDocument, { cell, code }: Changed): Thenable<boolean> {
    const document = notebook.cellAt(cell).document;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), code);
    return vscode.workspace.applyEdit(edit);
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
