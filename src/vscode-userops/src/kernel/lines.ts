/** Cuts a stream of text into lines, however it arrives in pieces. */
export class Lines {
    private rest: string[] = [];

    /** Takes a piece and returns the lines that it completes. */
    add(piece: string): string[] {
        const parts = piece.split('\n');
        const last = parts.pop()!;
        if (parts.length === 0) {
            this.rest.push(last);
            return [];
        }
        parts[0] = this.rest.join('') + parts[0];
        this.rest = last ? [last] : [];
        return parts.filter(line => line.trim().length > 0);
    }
}
