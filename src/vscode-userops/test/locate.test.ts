import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { locate } from '../src/kernel/locate.ts';

function folderWith(...files: string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'locate-'));
    for (const file of files) {
        mkdirSync(join(folder, file, '..'), { recursive: true });
        writeFileSync(join(folder, file), '');
        chmodSync(join(folder, file), 0o755);
    }
    return folder;
}

const none = folderWith();

test('The path of the settings comes first, and is the only one', async () => {
    const named = folderWith('mine'), other = folderWith('userops');
    assert.deepEqual(await locate(join(named, 'mine'), none, [other], {}, 'linux'), { program: join(named, 'mine'), args: [] });
    assert.equal(await locate(join(named, 'gone'), none, [other], {}, 'linux'), undefined);
});

test('A program on the PATH comes before the starter of an open clone', async () => {
    const path = folderWith('userops'), clone = folderWith('userops');
    assert.equal((await locate('', none, [clone], { PATH: path }, 'linux'))?.program, join(path, 'userops'));
    assert.equal((await locate('', none, [clone], { PATH: none }, 'linux'))?.program, join(clone, 'userops'));
});

test("Global tools are found where a shell's PATH does not reach", async () => {
    const home = folderWith('.dotnet/tools/userops');
    assert.equal((await locate('', none, [], { HOME: home }, 'linux'))?.program, join(home, '.dotnet', 'tools', 'userops'));
});

test('A kernel inside the extension runs through dotnet', async () => {
    const extension = folderWith('kernel/UserOps.Cli.dll');
    assert.deepEqual(await locate('', extension, [], {}, 'linux'), { program: 'dotnet', args: [join(extension, 'kernel', 'UserOps.Cli.dll')] });
});

test('A starter for Windows runs in a shell, its path in quotes', async () => {
    const clone = folderWith('userops.cmd');
    assert.deepEqual(await locate('', none, [clone], {}, 'win32'), { program: `"${join(clone, 'userops.cmd')}"`, args: [], shell: true });
});

test('Nothing is found where there is nothing', async () => {
    assert.equal(await locate('', none, [none], { PATH: none }, 'linux'), undefined);
});
