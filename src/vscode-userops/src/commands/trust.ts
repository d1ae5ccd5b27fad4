import * as vscode from 'vscode';

/** Whether the workspace is trusted; where it is not, says so together with what needs it. */
export function isTrusted(why: string): boolean {
    if (!vscode.workspace.isTrusted)
        void vscode.window.showWarningMessage(`${why}: trust this workspace first.`, 'Manage Trust')
            .then(choice => choice && vscode.commands.executeCommand('workbench.trust.manage'));
    return vscode.workspace.isTrusted;
}
