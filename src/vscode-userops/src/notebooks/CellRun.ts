import * as vscode from 'vscode';
import type { KernelProcess } from '../kernel/KernelProcess';
import type { KernelEvent, Replies } from '../kernel/protocol';
import type { Displays } from './Displays';
import { errorItem, itemsOfEvent } from './outputs';

/** One run of a cell: shows what the kernel tells, in the order in which it is told. */
export class CellRun {
    private steps: Promise<unknown> = Promise.resolve();
    private stream: { name: string; output: vscode.NotebookCellOutput } | undefined;
    private clearsAtNext = false;
    private hasStarted = false;
    private hasEnded = false;

    constructor(private readonly execution: vscode.NotebookCellExecution, private readonly kernel: KernelProcess, private readonly displays: Displays) { }

    /** Runs the cell and returns whether it went well; a stop asked for in the editor goes to the kernel under the run's id. */
    async run(language: string): Promise<boolean> {
        const cell = this.execution.cell;
        const request = this.kernel.send('run', { language, code: cell.document.getText() }, (event, id) => this.take(event, id));
        const stopping = this.execution.token.onCancellationRequested(() => this.kernel.stop(request.id));
        try {
            const reply = await request.reply;
            await this.end(reply);
            return reply.status === 'ok';
        } catch (problem) {
            await this.fail(problem as Error);
            return false;
        } finally {
            stopping.dispose();
        }
    }

    private take(event: KernelEvent, id: string): void {
        if (event.type === 'input')
            void this.ask(id, event.prompt, event.password);
        else if (this.hasEnded)
            void this.displays.afterEnd(this.execution.cell, event);
        else
            this.then(() => this.show(event));
    }

    private show(event: KernelEvent): Thenable<unknown> | void {
        switch (event.type) {
            case 'started':
                return this.start(event.number);
            case 'clear':
                this.clearsAtNext = event.wait;
                return event.wait ? undefined : this.clear();
            case 'update':
                return this.displays.update(this.execution, event.display, event.data);
            default:
                return this.output(event);
        }
    }

    private async output(event: KernelEvent): Promise<void> {
        if (this.clearsAtNext)
            await this.clear();
        if (event.type === 'stream') {
            await this.write(event.name, event.text);
            return;
        }
        this.stream = undefined;
        const output = new vscode.NotebookCellOutput(itemsOfEvent(event));
        if (event.type === 'display' && event.display)
            this.displays.remember(event.display, this.execution.cell, output);
        await this.execution.appendOutput(output);
    }

    private async write(name: 'stdout' | 'stderr', text: string): Promise<void> {
        const item = vscode.NotebookCellOutputItem[name](text);
        if (this.stream?.name === name) {
            await this.execution.appendOutputItems(item, this.stream.output);
            return;
        }
        this.stream = { name, output: new vscode.NotebookCellOutput([item]) };
        await this.execution.appendOutput(this.stream.output);
    }

    private clear(): Thenable<void> {
        this.clearsAtNext = false;
        this.stream = undefined;
        return this.execution.clearOutput();
    }

    private start(executionCount: number): Thenable<void> {
        this.hasStarted = true;
        this.execution.executionOrder = executionCount;
        this.execution.start(Date.now());
        return this.execution.clearOutput();
    }

    private async ask(run: string, prompt: string, password: boolean): Promise<void> {
        const text = await vscode.window.showInputBox({ prompt, password, ignoreFocusOut: true }, this.execution.token);
        this.kernel.answer(run, text ?? null);
    }

    private end(reply: Replies['run']): Promise<unknown> {
        return this.then(() => this.finish(reply.status === 'ok' ? true : reply.status === 'notRun' ? undefined : false));
    }

    private fail(problem: Error): Promise<unknown> {
        return this.then(async () => {
            if (!this.hasStarted)
                this.execution.start(Date.now());
            await this.execution.appendOutput(new vscode.NotebookCellOutput([errorItem('Kernel', problem.message, [])]));
            this.finish(false);
        });
    }

    private finish(success: boolean | undefined): void {
        if (!this.hasStarted && success === undefined)
            this.execution.start();
        this.hasEnded = true;
        this.execution.end(success, Date.now());
    }

    private then(step: () => Thenable<unknown> | void): Promise<unknown> {
        return this.steps = this.steps.then(step).catch(() => { /* the cell was deleted meanwhile */ });
    }
}
