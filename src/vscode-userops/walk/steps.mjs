// The steps of the walk, in order.
import assert from 'node:assert/strict';

export const steps = {
    async run_all_of_the_review(editor, { read, until }) {
        await editor.open('01-aarrr-review.ipynb');
        await editor.picture('01-opened');
        await editor.command('Notebook: Run All');
        await editor.waitUntilIdle(240);
        await editor.save();
        const saved = await until(() => read('notebooks/01-aarrr-review.ipynb').cells.filter(cell => cell.cell_type === 'code').every(cell => cell.execution_count) && read('notebooks/01-aarrr-review.ipynb'), 30, 'the saved notebook');
        const outputs = saved.cells.flatMap(cell => cell.outputs ?? []);
        assert.equal(outputs.filter(output => output.output_type === 'error').length, 0);
        assert.ok(outputs.some(output => output.data?.['application/vnd.plotly.v1+json']), 'no output is a chart');
        await editor.picture('02-run-all');
        await editor.scrollTo('.js-plotly-plot .main-svg');
        await editor.picture('02-charts');
        assert.equal(saved.metadata.language_info.name, 'polyglot-notebook');
        assert.ok(saved.cells.every(cell => cell.metadata.vscode === undefined), 'saving added noise to cells');
    },

    async change_a_parameter_and_run_again(editor, { read, until }) {
        await editor.open('parameters.ipynb');
        await editor.command('C# Notebook: Set Parameters');
        await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'times' }).first().click({ timeout: 60_000 });
        const input = editor.page.locator('.quick-input-widget input[type=text]');
        await input.fill('much');
        await editor.page.locator('.quick-input-message', { hasText: 'int' }).waitFor({ timeout: 20_000 });
        await editor.picture('03-parameter-refused');
        await input.fill('3');
        await editor.page.waitForTimeout(700);
        await input.press('Enter');
        await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'times' }).first().waitFor({ timeout: 20_000 });
        await editor.page.keyboard.press('Escape');
        await editor.command('Notebook: Run All');
        await editor.waitForOutput('.output', { text: 'ababab' });
        await editor.picture('04-parameter-set');
        await editor.save();
        await until(() => read('notebooks/parameters.ipynb').cells[0].source.toString().startsWith('int times = 3;'), 20, 'the parameter in the file');
    },

    async parameters_with_rules(editor, { read, until }) {
        await editor.open('rules.ipynb');
        await editor.command('C# Notebook: Set Parameters');
        const row = text => editor.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
        const input = editor.page.locator('.quick-input-widget input:not([type=checkbox])').first();
        await row('days').click({ timeout: 60_000 });
        await input.fill('100');
        await editor.page.locator('.quick-input-message', { hasText: "'days' is from 1 to 90, not 100." }).waitFor({ timeout: 20_000 });
        await editor.picture('04-range-refused');
        await input.fill('28');
        await editor.page.waitForTimeout(700);
        await input.press('Enter');
        await row('from 1 to 90').waitFor({ timeout: 20_000 });
        await row('what splits').click();
        await row('platform').waitFor({ timeout: 20_000 });
        await editor.picture('04-choices');
        await row('platform').click();
        await row('mailKey').click({ timeout: 20_000 });
        await editor.page.locator('.quick-input-message', { hasText: 'USEROPS_MAIL_KEY' }).waitFor({ timeout: 20_000 });
        await input.fill('opensesame');
        await editor.picture('04-secret');
        await input.press('Enter');
        await row('mailKey').waitFor({ timeout: 20_000 });
        await editor.page.keyboard.press('Escape');
        await editor.command('Notebook: Run All');
        await editor.waitForOutput('.output', { text: '28 platform 10' });
        await editor.picture('04-rules-set');
        await editor.save();
        const saved = await until(() => read('notebooks/rules.ipynb').cells[1].execution_count && JSON.stringify(read('notebooks/rules.ipynb')), 20, 'the saved notebook');
        assert.ok(saved.includes('USEROPS_MAIL_KEY') && !saved.includes('opensesame'), 'the secret is in the file');
    },

    async failing_cell(editor) {
        await editor.open('failing.ipynb');
        await editor.command('Notebook: Run All');
        const error = await editor.waitForOutput('.output', { text: 'IndexOutOfRangeException' });
        await editor.waitUntilIdle();
        await editor.picture('05-failing-cell');
        assert.match(await error.first().innerText(), /line (1 or )?3/);
        assert.equal(await editor.page.locator('.codicon-notebook-state-success').count(), 0, 'the cell below the failing one ran');
    },

    async stop_an_endless_loop(editor) {
        await editor.open('loop.ipynb');
        await editor.write(0, 'var kept = 41;');
        await editor.page.keyboard.press('Control+Enter');
        await editor.waitUntilIdle();
        await editor.write(1, 'while (true) { }');
        await editor.page.keyboard.press('Control+Enter');
        await editor.page.locator('.codicon-notebook-state-executing').first().waitFor({ timeout: 30_000 });
        await editor.page.waitForTimeout(1500);
        await editor.picture('06-endless-loop');
        const start = Date.now();
        await editor.page.getByRole('button', { name: 'Stop Execution' }).first().click();
        await editor.waitUntilIdle(20);
        assert.ok(Date.now() - start < 8000, 'the loop stopped late');
        await editor.write(2, 'kept + 1');
        await editor.page.keyboard.press('Control+Enter');
        await editor.waitForOutput('.output', { text: '42' });
        await editor.picture('07-stopped');
    },

    async complete_and_hover(editor) {
        await editor.open('help.ipynb');
        await editor.command('Notebook: Run All');
        await editor.waitUntilIdle();
        await editor.write(1, 'words');
        await editor.page.keyboard.type('.');
        const row = editor.page.locator('.suggest-widget .monaco-list-row', { hasText: 'AddRange' });
        await row.first().waitFor({ timeout: 20_000 });
        await editor.picture('08-completion');
        await editor.page.keyboard.press('Escape');
        await editor.write(1, 'words.Count');
        await editor.page.locator('.notebook-editor .view-line span', { hasText: 'Count' }).last().hover();
        await editor.page.locator('.monaco-hover', { hasText: 'Count' }).first().waitFor({ timeout: 20_000 });
        await editor.picture('09-hover');
        await editor.page.keyboard.press('Escape');
        await editor.write(1, 'words.Nothing()');
        await editor.page.locator('.squiggly-error').first().waitFor({ timeout: 20_000 });
        await editor.picture('10-diagnostics');
    },

    async save_and_reopen(editor, { read }) {
        const saved = read('notebooks/parameters.ipynb');
        assert.deepEqual(saved.metadata.language_info, { name: 'csharp' });
        await editor.open('parameters.ipynb');
        await editor.waitForOutput('.output', { text: 'ababab' });
        await editor.picture('11-reopened');
    },

    async notebook_that_says_nothing_becomes_csharp(editor, { read, until }) {
        await editor.open('silent.ipynb');
        await editor.command('Notebook: Run All');
        await editor.waitForOutput('.output', { text: /^\s*2\s*$/ });
        await editor.save();
        await until(() => read('notebooks/silent.ipynb').metadata.language_info?.name === 'csharp', 20, 'the language in the file');
    },

    async dib(editor, { text, until }) {
        await editor.open('small.dib');
        await editor.command('Notebook: Run All');
        await editor.waitForOutput('.output', { text: '21' });
        await editor.waitForOutput('.output', { text: 'hello' });
        await editor.picture('12-dib');
        const before = text('notebooks/small.dib');
        await editor.write(0, 'var x = 30;\nx + 1');
        await editor.page.keyboard.press('Control+Enter');
        await editor.waitForOutput('.output', { text: '31' });
        await editor.save();
        await until(() => text('notebooks/small.dib') === before.replace('var x = 20;\nConsole.WriteLine("hello");', 'var x = 30;'), 20, 'the saved .dib');
    },

    async restart_forgets_variables(editor) {
        await editor.open('loop.ipynb');
        await editor.write(0, 'var once = 7;');
        await editor.page.keyboard.press('Control+Enter');
        await editor.waitUntilIdle();
        await editor.command('C# Notebook: Restart Kernel');
        await editor.write(0, 'once');
        await editor.page.keyboard.press('Control+Enter');
        await editor.waitForOutput('.output', { text: 'once' });
        await editor.picture('13-restarted');
    },

    async report(editor) {
        await editor.open('parameters.ipynb');
        await editor.command('C# Notebook: Run Report');
        await editor.page.locator('.tab', { hasText: 'Report: parameters' }).waitFor({ timeout: 120_000 });
        await editor.page.waitForTimeout(2000);
        await editor.picture('14-report');
    },
};

/** Steps in a workspace that is not trusted; the last one trusts it. */
export const untrustedSteps = {
    async nothing_runs_until_the_workspace_is_trusted(editor, { kernelWasStarted }) {
        await editor.open('loop.ipynb');
        await editor.write(0, '40 + 2');
        await editor.page.keyboard.press('Control+Enter');
        const dialog = editor.page.locator('.monaco-dialog-box');
        await dialog.waitFor({ timeout: 20_000 });
        await editor.picture('15-asked-for-trust');
        await dialog.getByRole('button', { name: 'Cancel' }).click();
        await editor.page.waitForTimeout(3000);
        assert.equal(await editor.page.locator('.codicon-notebook-state-success, .codicon-notebook-state-executing').count(), 0, 'a cell ran');
        await editor.command('C# Notebook: Set Parameters');
        await editor.page.locator('.notification-toast', { hasText: 'trust this workspace first' }).waitFor({ timeout: 20_000 });
        await editor.picture('16-told-of-trust');
        assert.ok(!kernelWasStarted(), 'a kernel was started');
    },

    async trusted_it_runs(editor, { kernelWasStarted }) {
        await editor.open('loop.ipynb');
        await editor.write(0, '40 + 2');
        await editor.page.keyboard.press('Control+Enter');
        await editor.page.locator('.monaco-dialog-box').getByRole('button', { name: /^Trust/ }).first().click({ timeout: 20_000 });
        await editor.waitForOutput('.output', { text: '42' });
        await editor.picture('17-trusted');
        assert.ok(kernelWasStarted(), 'the trace of a kernel is not left');
    },
};
