import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { KernelCommand } from './locate';
import { Lines } from './lines';
import type { Ending, Hello, KernelEvent, Line, Replies } from './protocol';

interface Waiting { resolve(reply: unknown): void; reject(problem: Error): void }

/** A request as it was sent, and its answer to come. */
export interface Request<T> { id: string; reply: Promise<T> }

/** The kernel of one notebook: a process that answers lines of JSON with lines of JSON. */
export class KernelProcess {
    private readonly process: ChildProcessWithoutNullStreams;
    private readonly waiting = new Map<string, Waiting>();
    private readonly listeners = new Map<string, (event: KernelEvent) => void>();
    private readonly ended: Promise<string>;
    private lastId = 0;
    private errors = '';
    private isDisposed = false;
    private greet: (hello: Hello) => void = () => { };

    /** True from the start until the process has ended. */
    isAlive = true;

    /** The kernel's first words. */
    readonly hello = new Promise<Hello>(resolve => this.greet = resolve);

    constructor(command: KernelCommand, folder: string, log: (text: string) => void) {
        this.process = spawn(command.program, [...command.args, 'kernel', 'stdio'], { cwd: folder, windowsHide: true, shell: command.shell ?? false });
        const lines = new Lines();
        this.process.stdout.setEncoding('utf8').on('data', (piece: string) => lines.add(piece).forEach(line => this.take(line, log)));
        this.process.stderr.setEncoding('utf8').on('data', (piece: string) => {
            this.errors = (this.errors + piece).slice(-4000);
            log(piece.trimEnd());
        });
        this.process.stdin.on('error', () => { /* told by the end of the process */ });
        this.ended = new Promise(resolve => {
            this.process.on('error', problem => resolve(`The kernel could not be started: ${problem.message}`));
            this.process.on('close', (code, signal) => resolve(this.whyEnded(code, signal)));
        });
        void this.ended.then(why => this.end(why));
    }

    /** Calls back once, with the reason, when the process ends by itself. */
    onEnd(tell: (why: string) => void): void {
        void this.ended.then(why => this.isDisposed || tell(why));
    }

    /** Sends a request; events that belong to it go to `onEvent`, also those that come after the answer. */
    send<K extends keyof Replies>(what: K, body: object = {}, onEvent?: (event: KernelEvent, id: string) => void): Request<Replies[K]> {
        const id = String(++this.lastId);
        const reply = new Promise<Replies[K]>((resolve, reject) => {
            if (!this.isAlive) {
                reject(new Error('The kernel has ended. Restart it.'));
                return;
            }
            this.waiting.set(id, { resolve: resolve as (reply: unknown) => void, reject });
            if (onEvent)
                this.listeners.set(id, event => onEvent(event, id));
            this.write({ ...body, id, type: what });
        });
        return { id, reply };
    }

    /** Stops the run of a cell. */
    stop(run: string): void {
        this.write({ id: run, type: 'stop' });
    }

    /** Answers the question of a run; null: the person gave no answer. */
    answer(run: string, value: string | null): void {
        this.write({ id: run, type: 'input', value });
    }

    /** Ends the process. */
    dispose(): void {
        this.isDisposed = true;
        this.process.stdin.end();
        this.process.kill();
    }

    private write(message: object): void {
        this.process.stdin.write(JSON.stringify(message) + '\n');
    }

    private take(line: string, log: (text: string) => void): void {
        let message: Line;
        try {
            message = JSON.parse(line) as Line;
        } catch {
            log(line);
            return;
        }
        if (message.type === 'hello')
            this.greet(message);
        else if (message.type === 'answer' || message.type === 'done' || message.type === 'failed')
            this.settle(message);
        else
            this.listeners.get(message.id)?.(message);
    }

    private settle(ending: Ending): void {
        const waiting = this.waiting.get(ending.id);
        this.waiting.delete(ending.id);
        if (ending.type === 'failed')
            waiting?.reject(new Error(ending.message));
        else
            waiting?.resolve(ending);
    }

    private end(why: string): void {
        this.isAlive = false;
        for (const { reject } of this.waiting.values())
            reject(new Error(why));
        this.waiting.clear();
    }

    private whyEnded(code: number | null, signal: string | null): string {
        const said = this.errors.trim();
        const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
        return `The kernel ${how}; its variables are gone. Run cells to start a new one.${said ? `\n${said}` : ''}`;
    }
}
