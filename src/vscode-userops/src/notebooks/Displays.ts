import * as vscode from 'vscode';
import type { Bundle, KernelEvent } from '../kernel/protocol';
import { itemsOf, itemsOfEvent } from './outputs';

/** The outputs that later cells may replace, by their ids. */
export class Displays {
    private readonly shown = new Map<string, { cell: vscode.NotebookCell; output: vscode.NotebookCellOutput }>();

    constructor(private readonly controller: vscode.NotebookController) { }

    remember(id: string, cell: vscode.NotebookCell, output: vscode.NotebookCellOutput): void {
        this.shown.set(id, { cell, output });
    }

    /** Replaces a display: through the running execution where it is the cell's own, else through a short one of its cell. */
    async update(running: vscode.NotebookCellExecution, id: string, data: Bundle): Promise<void> {
        const known = this.shown.get(id);
        if (!known)
            return;
        if (known.cell === running.cell)
            await running.replaceOutputItems(itemsOf(data), known.output);
        else
            await this.within(known.cell, execution => execution.replaceOutputItems(itemsOf(data), known.output));
    }

    /** Shows what a thread of an ended cell still says, below the cell. */
    async afterEnd(cell: vscode.NotebookCell, event: KernelEvent): Promise<void> {
        if (event.type === 'update')
            await this.within(cell, execution => this.update(execution, event.display, event.data));
        const items = itemsOfEvent(event);
        if (items.length > 0)
            await this.within(cell, execution => execution.appendOutput(new vscode.NotebookCellOutput(items)));
    }

    private async within(cell: vscode.NotebookCell, act: (execution: vscode.NotebookCellExecution) => Thenable<void>): Promise<void> {
        const before = cell.executionSummary;
        let execution: vscode.NotebookCellExecution;
        try {
            execution = this.controller.createNotebookCellExecution(cell);
        } catch {
            return; // The cell runs again: what it showed before is gone.
        }
        execution.executionOrder = before?.executionOrder;
        execution.start(before?.timing?.startTime);
        try {
            await act(execution);
        } finally {
            execution.end(before?.success, before?.timing?.endTime);
        }
    }
}
