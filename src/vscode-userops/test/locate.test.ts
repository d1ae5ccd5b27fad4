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
    assert.deepEqual(await locate(join(named, 'mine'), [other], {}, 'linux'), { program: join(named, 'mine'), args: [] });
    assert.equal(await locate(join(named, 'gone'), [other], {}, 'linux'), undefined);
});

test('A program on the PATH comes before the starter of an open clone', async () => {
    const path = folderWith('userops'), clone = folderWith('userops');
    assert.equal((await locate('', [clone], { PATH: path }, 'linux'))?.program, join(path, 'userops'));
    assert.equal((await locate('', [clone], { PATH: none }, 'linux'))?.program, join(clone, 'userops'));
});

test("Global tools are found where a shell's PATH does not reach", async () => {
    const home = folderWith('.dotnet/tools/userops');
    assert.equal((await locate('', [], { HOME: home }, 'linux'))?.program, join(home, '.dotnet', 'tools', 'userops'));
});

test('A path to an assembly runs through dotnet', async () => {
    const program = join(folderWith('UserOps.Cli.dll'), 'UserOps.Cli.dll');
    assert.deepEqual(await locate(program, [], {}, 'linux'), { program: 'dotnet', args: [program] });
});

test('A starter for Windows runs in a shell, its path in quotes', async () => {
    const clone = folderWith('userops.cmd');
    assert.deepEqual(await locate('', [clone], {}, 'win32'), { program: `"${join(clone, 'userops.cmd')}"`, args: [], shell: true });
});

test('Nothing is found where there is nothing', async () => {
    assert.equal(await locate('', [none], { PATH: none }, 'linux'), undefined);
});
