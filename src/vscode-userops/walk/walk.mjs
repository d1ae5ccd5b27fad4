// Walks through the extension as a person would, and keeps pictures. The exit code is 1 when a step fails.
//   node walk.mjs ROOT PLACE [STEP…]
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEditor, until } from './editor.mjs';
import { steps, untrustedSteps } from './steps.mjs';

const [root, place, ...asked] = process.argv.slice(2);
const folder = join(place, 'shop');
const kernel = process.env.USEROPS_KERNEL ?? join(root, process.platform === 'win32' ? 'userops.cmd' : 'userops');
const vsix = join(root, 'artifacts/vscode-userops.vsix');

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'notebooks'), { recursive: true });
cpSync(join(root, 'data-samples/shop'), join(folder, 'data-samples/shop'), { recursive: true });
cpSync(join(root, 'notebooks/01-aarrr-review.ipynb'), join(folder, 'notebooks/01-aarrr-review.ipynb'));
for (const [name, text] of Object.entries(small()))
    writeFileSync(join(folder, 'notebooks', name), text);

let failed = 0;
const spy = spyOn(kernel);
await walk(steps, { kernel });
await walk(untrustedSteps, { kernel: spy.program, trust: true });
console.log(`${failed === 0 ? 'all' : 'not all'} steps passed`);
process.exit(failed === 0 ? 0 : 1);

/** Takes those of the steps that are asked for, in an editor of their own. */
async function walk(steps, how) {
    const chosen = Object.entries(steps).filter(([name]) => asked.length === 0 || asked.includes(name));
    if (chosen.length === 0)
        return;
    const editor = await openEditor({ place, vsix, folder, pictures: join(place, 'pictures'), ...how });
    for (const [name, step] of chosen)
        await take(name, step, editor);
    await editor.close();
}

async function take(name, step, editor) {
    const start = Date.now();
    const text = file => readFileSync(join(folder, file), 'utf8');
    try {
        await step(editor, { folder, read: file => JSON.parse(text(file)), text, until, kernelWasStarted: () => existsSync(spy.trace) });
        console.log(`passed  ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (problem) {
        failed++;
        console.log(`FAILED  ${name}: ${problem.message.split('\n').slice(0, 6).join('\n        ')}`);
        await editor.picture(`failed-${name}`).catch(() => { });
    }
    await editor.command('View: Close All Editors').catch(() => { });
    await editor.page.getByRole('button', { name: "Don't Save" }).click({ timeout: 1500 }).catch(() => { });
}

/** A kernel that leaves a trace when it is started. */
function spyOn(kernel) {
    const program = join(place, 'spy'), trace = join(place, 'spy-trace');
    rmSync(trace, { force: true });
    writeFileSync(program, `#!/bin/sh\ntouch '${trace}'\nexec '${kernel}' "$@"\n`);
    chmodSync(program, 0o755);
    return { program, trace };
}

/** Notebooks of a few cells, one with nothing said of its language. */
function small() {
    const notebook = (cells, metadata) => JSON.stringify({
        cells: cells.map((source, i) => ({ cell_type: 'code', execution_count: null, id: `c${i}`, metadata: {}, outputs: [], source })), metadata, nbformat: 4, nbformat_minor: 5,
    }, null, 1) + '\n';
    const csharp = { kernelspec: { display_name: '.NET (C#)', language: 'C#', name: '.net-csharp' }, language_info: { name: 'csharp' } };
    return {
        'parameters.ipynb': notebook(['int times = 2; // how often', 'string.Concat(Enumerable.Repeat("ab", times))'], csharp).replace('"metadata": {}', '"metadata": {\n    "tags": ["parameters"]\n   }'),
        'rules.ipynb': notebook(['int days = 7; // 1..90: how many\nstring by = "channel"; // one of channel, platform: what splits\nstring mailKey = ""; // secret', '$"{days} {by} {mailKey.Length}"'], csharp).replace('"metadata": {}', '"metadata": {\n    "tags": ["parameters"]\n   }'),
        'failing.ipynb': notebook(['var a = new[] { 1, 2 };\n\na[5]', '"never"'], csharp),
        'loop.ipynb': notebook(['var kept = 41;', 'while (true) { }', 'kept + 1'], csharp),
        'help.ipynb': notebook(['var words = new List<string> { "one", "two" };', 'words'], csharp),
        'silent.ipynb': notebook(['1 + 1'], {}),
        'small.dib': '#!meta\n\n{"kernelInfo":{"defaultKernelName":"csharp"}}\n\n#!markdown\n\n# A small notebook\n\n#!csharp\n\nvar x = 20;\nConsole.WriteLine("hello");\nx + 1\n',
    };
}
