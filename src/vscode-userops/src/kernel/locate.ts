import { access } from 'node:fs/promises';
import { constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How the kernel's program is called. */
export interface KernelCommand { program: string; args: string[]; shell?: boolean }

/** What installs the program where it is missing. */
export const installCommand = 'dotnet tool install --global UserOps.Cli';

/**
 * Finds the program that runs cells: the one that the settings name, else one on the PATH, among the global tools, or the starter of a clone that is open.
 * @param configured the path from the settings, or empty
 * @param folders the opened folders
 */
export async function locate(configured: string, folders: readonly string[], env = process.env, platform = process.platform): Promise<KernelCommand | undefined> {
    if (configured)
        return await exists(configured) ? commandOf(configured, platform) : undefined;
    const names = platform === 'win32' ? ['userops.exe', 'userops.cmd'] : ['userops'];
    const onPath = (env['PATH'] ?? '').split(delimiter).filter(folder => folder.length > 0);
    const tools = env['HOME'] ?? env['USERPROFILE'];
    const places = [...onPath, ...(tools ? [join(tools, '.dotnet', 'tools')] : []), ...folders];
    for (const place of places)
        for (const name of names)
            if (await exists(join(place, name)))
                return commandOf(join(place, name), platform);
    return undefined;
}

function commandOf(path: string, platform: NodeJS.Platform): KernelCommand {
    if (path.endsWith('.dll'))
        return { program: 'dotnet', args: [path] };
    return platform === 'win32' && path.endsWith('.cmd') ? { program: `"${path}"`, args: [], shell: true } : { program: path, args: [] };
}

async function exists(path: string): Promise<boolean> {
    try {
        await access(path, path.endsWith('.dll') ? constants.R_OK : constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
