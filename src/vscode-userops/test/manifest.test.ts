import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

test('The extension uses no proposed interfaces', () => {
    assert.equal(manifest.enabledApiProposals, undefined);
    assert.match(manifest.devDependencies['@types/vscode'], new RegExp(`^${manifest.engines.vscode.slice(1).replaceAll('.', '\\.')}$`));
});

test('The extension asks for no other extension, and runs nothing in a workspace that is not trusted', () => {
    assert.equal(manifest.extensionDependencies, undefined);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    assert.equal(manifest.contributes.configuration.properties['userops.kernel'].scope, 'machine');
});
