// What is said to the kernel and by it: docs/stdio-protocol.md.

/** A value in several renderings: MIME type → text, or JSON for `+json` types. */
export type Bundle = Record<string, unknown>;

export interface Diagnostic { severity: 'error' | 'warning'; code: string; message: string; start: number; end: number }
export interface Completion { text: string; kind: string; detail?: string; documentation?: string }
export interface Completions { start: number; end: number; items: Completion[] }
export interface Hover { markdown: string; start: number; end: number }
export interface Signature { label: string; documentation?: string; parameters: { label: string; documentation?: string }[] }
export interface Signatures { signatures: Signature[]; activeSignature: number; activeParameter: number }
export interface Variable { name: string; type: string; value: string }
export interface Parameter { name: string; type: string; default?: string | null; description?: string | null }
export interface CellText { language: string; source: string; tags?: string[] }

/** What a request gets in the end. */
export interface Replies {
    hello: { protocol: number; version: string; runtime: string };
    run: { status: 'ok' | 'error' | 'stopped' | 'skipped' | 'unstoppable'; executionCount?: number };
    stop: object;
    answer: object;
    complete: Completions;
    hover: Hover | null;
    signatures: Signatures | null;
    diagnostics: { diagnostics: Diagnostic[] };
    variables: { variables: Variable[] };
    parameters: { parameters: Parameter[]; cell: number };
    set: { cell: number; source: string };
}

/** What happens while a cell runs. */
export type KernelEvent =
    | { event: 'started'; executionCount: number }
    | { event: 'output'; kind: 'stream'; name: 'stdout' | 'stderr'; text: string }
    | { event: 'output'; kind: 'display' | 'result'; data: Bundle; displayId?: string }
    | { event: 'output'; kind: 'error'; name: string; message: string; traceback: string[] }
    | { event: 'update'; displayId: string; data: Bundle }
    | { event: 'clear'; wait: boolean }
    | { event: 'input'; input: number; prompt: string; password: boolean };

/** One line of the kernel's output. */
export type Line = { id: number } & (KernelEvent | { reply: unknown } | { error: { message: string } });
