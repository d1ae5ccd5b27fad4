import * as vscode from 'vscode';
import type { Kernels } from '../kernel/Kernels';
import { csharpCells } from '../notebooks/languages';
import { askAbout, notebookOf, rangeOf } from './CellHelp';

const kinds: Record<string, vscode.CompletionItemKind> = {
    method: vscode.CompletionItemKind.Method, extensionmethod: vscode.CompletionItemKind.Method, property: vscode.CompletionItemKind.Property, field: vscode.CompletionItemKind.Field, event: vscode.CompletionItemKind.Event,
    class: vscode.CompletionItemKind.Class, struct: vscode.CompletionItemKind.Struct, interface: vscode.CompletionItemKind.Interface, enum: vscode.CompletionItemKind.Enum,
    enummember: vscode.CompletionItemKind.EnumMember, delegate: vscode.CompletionItemKind.Function, namespace: vscode.CompletionItemKind.Module,
    variable: vscode.CompletionItemKind.Variable, parameter: vscode.CompletionItemKind.Variable, keyword: vscode.CompletionItemKind.Keyword, constant: vscode.CompletionItemKind.Constant,
    directive: vscode.CompletionItemKind.Keyword, file: vscode.CompletionItemKind.File, typeparameter: vscode.CompletionItemKind.TypeParameter,
};

/** Completion, explanations and signatures in cells, from the kernel that runs them. */
export function registerHelp(kernels: Kernels): vscode.Disposable {
    const completions: vscode.CompletionItemProvider<CellCompletion> = {
        provideCompletionItems: (document, position) => complete(kernels, document, position),
        resolveCompletionItem: item => describe(kernels, item),
    };
    return vscode.Disposable.from(
        vscode.languages.registerCompletionItemProvider(csharpCells, completions, '.', '!'),
        vscode.languages.registerHoverProvider(csharpCells, { provideHover: (document, position) => explain(kernels, document, position) }),
        vscode.languages.registerSignatureHelpProvider(csharpCells, { provideSignatureHelp: (document, position) => sign(kernels, document, position) }, '(', ','));
}

/** An item and where it came from, so that its documentation can be asked for when it is looked at. */
class CellCompletion extends vscode.CompletionItem {
    constructor(text: string, kind: vscode.CompletionItemKind, readonly document: vscode.TextDocument, readonly of: string, readonly place: number) {
        super(text, kind);
    }
}

async function complete(kernels: Kernels, document: vscode.TextDocument, position: vscode.Position): Promise<CellCompletion[]> {
    const found = await askAbout(kernels, 'complete', document, position);
    if (!found)
        return [];
    const range = rangeOf(document, found.start, found.end);
    return found.items.map(({ text, kind }, place) => {
        const item = new CellCompletion(text, kinds[kind.toLowerCase()] ?? vscode.CompletionItemKind.Text, document, found.id, place);
        item.range = range;
        item.sortText = String(place).padStart(6, '0');
        return item;
    });
}

async function describe(kernels: Kernels, item: CellCompletion): Promise<CellCompletion> {
    const notebook = notebookOf(item.document);
    const kernel = notebook && await kernels.running(notebook);
    const { detail, documentation } = await kernel?.send('explain', { of: item.of, item: item.place }).reply.catch(() => { }) ?? {};
    if (detail)
        item.detail = detail;
    if (documentation)
        item.documentation = new vscode.MarkdownString(documentation);
    return item;
}

async function explain(kernels: Kernels, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const found = await askAbout(kernels, 'hover', document, position);
    return found?.markdown ? new vscode.Hover(new vscode.MarkdownString(found.markdown), rangeOf(document, found.start!, found.end!)) : undefined;
}

async function sign(kernels: Kernels, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.SignatureHelp | undefined> {
    const found = await askAbout(kernels, 'signatures', document, position);
    if (!found?.signatures)
        return undefined;
    const help = new vscode.SignatureHelp();
    help.signatures = found.signatures.map(({ text, documentation, parameters }) => {
        const signature = new vscode.SignatureInformation(text, documentation && new vscode.MarkdownString(documentation));
        signature.parameters = parameters.map(each => new vscode.ParameterInformation(each.text, each.documentation && new vscode.MarkdownString(each.documentation)));
        return signature;
    });
    help.activeSignature = found.activeSignature ?? 0;
    help.activeParameter = found.activeParameter ?? 0;
    return help;
}
