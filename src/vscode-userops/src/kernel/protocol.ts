// What is said to the kernel and by it: docs/stdio-protocol.md.

/** A value in several renderings: MIME type → text, or JSON for `+json` types. */
export type Bundle = Record<string, unknown>;

export interface Diagnostic { severity: 'error' | 'warning'; code: string; message: string; start: number; end: number }
export interface Completion { text: string; kind: string }
export interface Completions { start: number; end: number; items: Completion[] }
export interface Hover { markdown: string; start: number; end: number }
export interface Signature { text: string; documentation?: string; parameters: { text: string; documentation?: string }[] }
export interface Signatures { signatures: Signature[]; activeSignature: number; activeParameter: number }
export interface Variable { name: string; variableType: string; text: string }
export interface Parameter {
    name: string;
    parameterType: string;
    /** As C# writes it. */
    default?: string | null;
    /** The default as a person gives it, one text an element; none where it is no constant. */
    values?: string[] | null;
    description?: string | null;
    /** The numbers that it may be, in words. */
    range?: string | null;
    choices: string[];
    required: boolean;
    secret: boolean;
    /** The environment variable of a secret. */
    variable?: string | null;
}
export interface CellText { language: string; code: string; tags?: string[] }

/** What a request gets in the end. */
export interface Replies {
    run: { status: 'ok' | 'failed' | 'stopped' | 'lost' | 'died' | 'notRun' };
    complete: Completions;
    explain: { detail?: string; documentation?: string };
    hover: Partial<Hover>;
    signatures: Partial<Signatures>;
    diagnostics: { diagnostics: Diagnostic[] };
    variables: { variables: Variable[] };
    prepare: object;
    parameters: { parameters: Parameter[]; cell: number };
    set: { cell: number; code: string };
}

/** What happens while a cell runs. */
export type KernelEvent =
    | { type: 'started'; number: number }
    | { type: 'stream'; name: 'stdout' | 'stderr'; text: string }
    | { type: 'display'; display?: string; data: Bundle }
    | { type: 'result'; data: Bundle }
    | { type: 'error'; name: string; message: string; traceback: string[] }
    | { type: 'update'; display: string; data: Bundle }
    | { type: 'clear'; wait: boolean }
    | { type: 'input'; prompt: string; password: boolean };

/** The kernel's first line. */
export interface Hello { type: 'hello'; protocol: number; version: string }

/** How a request ends. */
export type Ending = { id: string } & ({ type: 'answer' } | { type: 'done' } | { type: 'failed'; message: string });

/** One line of the kernel's output. */
export type Line = Hello | Ending | ({ id: string } & KernelEvent);
