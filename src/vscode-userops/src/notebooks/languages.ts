import * as vscode from 'vscode';

/** The kinds of notebooks whose cells run here. */
export const notebookTypes = ['jupyter-notebook', 'userops-dib'] as const;

/** Both are C#: the second is what Polyglot notebooks say in their `language_info`. */
export const csharpIds = ['csharp', 'polyglot-notebook'];

/** What cells can be written in. */
export const cellLanguages = [...csharpIds, 'markdown', 'html', 'javascript', 'mermaid', 'fsharp', 'powershell', 'sql', 'kql', 'http'];

/** Documents of C# cells in notebooks. */
export const csharpCells: vscode.DocumentSelector = notebookTypes.flatMap(notebookType => csharpIds.map(language => ({ notebookType, language })));

/** The kernel's name for the language of a cell. */
export function kernelLanguage(cell: vscode.NotebookCell): string {
    const id = cell.document.languageId;
    return csharpIds.includes(id) ? ownLanguage(cell) ?? 'csharp' : id === 'powershell' ? 'pwsh' : id;
}

/** The language that a Polyglot notebook keeps with a cell, where VS Code takes all of its cells for those of the notebook's language. */
function ownLanguage(cell: vscode.NotebookCell): string | undefined {
    const metadata = cell.metadata['metadata'] as { polyglot_notebook?: { kernelName?: string }; dotnet_interactive?: { language?: string } } | undefined;
    return metadata?.polyglot_notebook?.kernelName ?? metadata?.dotnet_interactive?.language;
}

/** The metadata that a .ipynb notebook carries. */
export interface NotebookMetadata { kernelspec?: { name?: string; language?: string }; language_info?: { name?: string } }

/** What the .ipynb file says of itself. */
export function metadataOf(notebook: vscode.NotebookDocument): NotebookMetadata {
    return (notebook.metadata['metadata'] ?? {}) as NotebookMetadata;
}

/** Whether a notebook says that it is written in C#. */
export function isCSharp(notebook: vscode.NotebookDocument): boolean {
    if (notebook.notebookType === 'userops-dib')
        return true;
    const { kernelspec, language_info } = metadataOf(notebook);
    return [kernelspec?.name, kernelspec?.language, language_info?.name].some(name => /^(c#|csharp|polyglot-notebook|\.net-csharp|userops.*)$/i.test(name ?? ''));
}

/** Whether a notebook says nothing of its language: VS Code itself then adds the bare name of Python, which no Python notebook has alone. */
export function saysNothing(notebook: vscode.NotebookDocument): boolean {
    const { kernelspec, language_info } = metadataOf(notebook);
    const isAdded = language_info?.name === 'python' && Object.keys(language_info).length === 1;
    return notebook.notebookType === 'jupyter-notebook' && !kernelspec && (!language_info || isAdded);
}
