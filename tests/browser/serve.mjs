// A walk through the served page. Every step says what it saw; the first that does not see what it must ends the walk with exit code 1.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const [root, place, program] = process.argv.slice(2);
const { chromium } = createRequire(join(place, 'node_modules/'))('playwright-core');
const pictures = join(place, 'pictures');
const work = mkdtempSync(join(tmpdir(), 'userops-serve-'));
const exports = join(work, 'exports');
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

function must(condition, what) {
  if (!condition) throw new Error(what);
  console.log(`  ok: ${what}`);
}

// Starts the server and gives the address that it prints.
function serve() {
  const server = spawn(program, ['serve', '--data', join(root, 'data-samples'), '--data', exports, '--out', join(work, 'reports'), '--upload-limit', '1'], {
    cwd: root, env: { ...process.env, USEROPS_CACHE: join(work, 'cache') },
  });
  server.stderr.on('data', () => {});
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said)?.[0];
      if (address) resolve({ server, address });
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

// Two months of one shop: the second without most who go on from the last step but one.
function sample(folder, ...options) {
  const ended = spawnSync(program, ['sample', join(exports, folder), '--users', '6000', ...options], { cwd: root, env: { ...process.env, USEROPS_CACHE: join(work, 'cache') } });
  if (ended.status !== 0) throw new Error(`the sample ended with ${ended.status}: ${ended.stderr}`);
}

const steps = {
  async 'the printed address opens once'({ page, address, browser }) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'New report' }).waitFor();
    must(!page.url().includes('token'), 'the token is gone from the address');
    const other = await browser.newContext();
    const stranger = await other.newPage();
    const answer = await stranger.goto(address);
    must(answer.status() === 403, 'another browser is refused');
    await stranger.screenshot({ path: join(pictures, '0-refused.png') });
    await other.close();
    await page.screenshot({ path: join(pictures, '1-start.png'), fullPage: true });
  },

  async 'a setting that does not fit comes back with the form'({ page }) {
    await page.getByLabel('Export', { exact: true }).selectOption({ label: await label(page, /data-samples\/shop \(/) });
    await page.getByRole('radio', { name: /How does the business grow/ }).check();
    await page.getByRole('button', { name: 'Go on to the settings' }).click();
    await page.getByLabel('compareDays').fill('soon');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('alert').waitFor();
    must(/'compareDays' is int/.test(await page.getByRole('alert').innerText()), 'the alert says what is wrong');
    must(await page.evaluate(() => document.activeElement.id) === 'problems', 'reading begins at the alert');
    must(await page.getByLabel('compareDays').getAttribute('aria-invalid') === 'true', 'the field is marked');
    await page.screenshot({ path: join(pictures, '2-form-error.png'), fullPage: true });
  },

  async 'a report runs with live progress and is read'({ page }) {
    await page.getByLabel('compareDays').fill('21');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Stop this run' }).waitFor();
    await page.waitForFunction(() => document.getElementById('bar')?.value > 0 || document.getElementById('end'), null, { timeout: 120000 });
    await page.screenshot({ path: join(pictures, '3-progress.png'), fullPage: true });
    await page.getByText('The report is ready.').waitFor({ timeout: 180000 });
    must(await page.locator('#log li').count() > 3, 'the progress has a line a cell');
    await page.screenshot({ path: join(pictures, '4-ready.png'), fullPage: true });
    await page.getByRole('link', { name: 'Read the report' }).click();
    await page.getByRole('heading', { level: 1, name: /How does the business grow/ }).waitFor();
    must(/compareDays\s+21/.test(await page.locator('.facts').innerText()), 'the report was made with the setting');
    await page.screenshot({ path: join(pictures, '5-report.png') });
  },

  async 'tables sort by mouse and keyboard, and long ones can be searched'({ page }) {
    const table = page.locator('table.userops:has(th.num)').first();
    const head = table.locator('th.num').first();
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    must(await head.getAttribute('aria-sort') === 'ascending', 'Enter sorts upwards');
    await page.keyboard.press('Enter');
    must(await head.getAttribute('aria-sort') === 'descending', 'Enter again sorts downwards');
    const column = await head.evaluate((cell) => cell.cellIndex);
    const values = (await table.locator(`tbody tr td:nth-child(${column + 1})`).allInnerTexts()).map((text) => parseFloat(text.replace(/[^\d.-]/g, ''))).filter((value) => !isNaN(value));
    must(values.every((value, i) => i === 0 || values[i - 1] >= value), `numbers are sorted as numbers: ${values.slice(0, 5)}`);
    await page.screenshot({ path: join(pictures, '6-sorted.png') });
    const long = page.locator('.search + .table > table.userops').first();
    const rows = await long.locator('tbody tr').count();
    const field = page.getByRole('searchbox').first();
    const word = (await long.locator('tbody tr').last().locator('td').first().innerText()).trim();
    await field.fill(word);
    const left = await long.locator('tbody tr:visible').count();
    must(rows > 15 && left > 0 && left < rows, `of ${rows} rows the search leaves ${left}`);
    must((await long.locator('tbody tr:visible').allInnerTexts()).every((text) => text.toLowerCase().includes(word.toLowerCase())), `those with “${word}”`);
    await field.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, '6-searched.png') });
    await field.fill('');
    must(await long.locator('tbody tr:visible').count() === rows, 'an empty search shows all again');
  },

  async 'the history names the run'({ page, address }) {
    await page.goto(new URL('/history', address).href);
    await page.getByRole('heading', { name: 'History' }).waitFor();
    must(/UTC · shop · How does the business grow/.test(await page.locator('details.run summary').first().innerText()), 'by time, export and question');
    must(!/\d{8}T\d{6}Z/.test(await page.locator('main').innerText()), 'and not by its id');
    await page.screenshot({ path: join(pictures, '7-history.png'), fullPage: true });
  },

  async 'a run on another export leads to what changed, and any two runs can be compared by keyboard'({ page, address }) {
    for (const name of ['earlier', 'later']) {
      await page.goto(new URL(`/form?notebook=01-aarrr-review&path=${name}`, address).href);
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText('The report is ready.').waitFor({ timeout: 180000 });
    }
    await page.screenshot({ path: join(pictures, '12-ready-again.png'), fullPage: true });
    await page.getByRole('link', { name: 'What changed since the run before' }).click();
    await page.getByRole('heading', { name: 'Comparison' }).waitFor();
    must(/\d+ of \d+ key numbers moved by more than chance brings/.test(await page.locator('section.since').innerText()), 'it says how much moved');
    await page.screenshot({ path: join(pictures, '13-comparison.png'), fullPage: true });
    await page.locator('summary', { hasText: 'All key numbers, before and now' }).click();
    must(await page.locator('table.userops tbody tr').count() > 5, 'the table has every key number');
    await page.screenshot({ path: join(pictures, '14-comparison-table.png'), fullPage: true });
    await page.goto(new URL('/history', address).href);
    await tabTo(page, (stop) => stop.id === 'old');
    await tabTo(page, (stop) => stop.id === 'new');
    await tabTo(page, (stop) => stop.text === 'Compare');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/compare\?old=.*&new=/);
    must(await page.locator('section.since').count() === 1, 'by keyboard alone');
    await page.goto(new URL('/history', address).href);
    await page.screenshot({ path: join(pictures, '15-history-of-two.png'), fullPage: true });
    await page.getByRole('link', { name: 'Every key number over the runs' }).click();
    await page.getByRole('heading', { name: 'History of key numbers' }).waitFor();
    must(await page.locator('svg.history').count() > 5, 'the charts are there');
    await page.screenshot({ path: join(pictures, '16-charts.png') });
  },

  async 'an upload that is too large is refused with one sentence, a small one can be chosen'({ page, address }) {
    await page.goto(new URL('/', address).href);
    const big = join(work, 'big.csv'), small = join(work, 'orders.csv');
    writeFileSync(big, 'x'.repeat(3_000_000));
    writeFileSync(small, 'user_id,at,amount\n1,2024-01-01,10\n');
    await page.getByLabel('Files of one export').setInputFiles(big);
    await page.getByRole('button', { name: 'Upload' }).click();
    must(/Too large: 3 MB/.test(await page.locator('.upload [role=status]').innerText()), 'it says how large and how much is allowed');
    await page.screenshot({ path: join(pictures, '8-too-large.png'), fullPage: true });
    await page.getByLabel('Files of one export').setInputFiles(small);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.waitForURL(/\?data=/);
    must(/uploaded-.*\(orders\.csv\)/.test(await page.locator('#data option:checked').innerText()), 'the uploaded export is chosen');
  },

  async 'everything can be done by keyboard alone'({ page, address }) {
    await page.goto(new URL('/', address).href);
    await page.keyboard.press('Tab');
    must(await focused(page) === 'Skip to the content', 'the first stop skips to the content');
    await tabTo(page, (stop) => stop.id === 'data');
    await page.keyboard.type('shop (');
    await tabTo(page, (stop) => stop.type === 'radio');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, (stop) => stop.text === 'Go on to the settings');
    await page.screenshot({ path: join(pictures, '9-keyboard.png'), fullPage: true });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/form/);
    await tabTo(page, (stop) => stop.text === 'Run');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\//);
    await tabTo(page, (stop) => stop.text === 'Stop this run');
    await page.keyboard.press('Enter');
    await page.getByText('Stopped.').waitFor({ timeout: 30000 });
    must(true, 'a run was started and stopped without a mouse');
    await page.screenshot({ path: join(pictures, '10-stopped.png'), fullPage: true });
  },

  async 'it fits the width of a phone'({ page, address }) {
    await page.goto(new URL('/history', address).href);
    const comparison = await page.getByRole('link', { name: /Compare with the run before/ }).first().getAttribute('href');
    await page.setViewportSize({ width: 375, height: 740 });
    for (const [name, path] of [['start', '/'], ['form', '/form?notebook=02-retention-and-lifecycle&path=shop'], ['history', '/history'], ['comparison', comparison], ['charts', '/reports/history.html'], ['report', '/reports/01-aarrr-review.html']]) {
      await page.goto(new URL(path, address).href);
      await page.evaluate(() => document.querySelectorAll('section.since details').forEach((details) => { details.open = true; }));
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      must(overhang <= 0, `${name} is not wider than the phone`);
      await page.screenshot({ path: join(pictures, `11-phone-${name}.png`), fullPage: !['report', 'charts'].includes(name) });
    }
    await page.goto(new URL('/', address).href);
    const small = await page.evaluate(() => [...document.querySelectorAll('button, select, input:not([type=hidden]):not([type=radio])')].filter((element) => element.getBoundingClientRect().height < 40).length);
    must(small === 0, 'everything is large enough for a finger');
    const unnamed = await page.evaluate(() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter((field) => !field.labels?.length && !field.getAttribute('aria-label')).length);
    must(unnamed === 0, 'every field has a label');
  },
};

const label = (page, pattern) => page.locator('#data option').allInnerTexts().then((texts) => texts.find((text) => pattern.test(text)));

const stop = (page) => page.evaluate(() => ({ id: document.activeElement.id, type: document.activeElement.type, text: document.activeElement.textContent.trim() }));

const focused = async (page) => (await stop(page)).text;

async function tabTo(page, isThere) {
  for (let i = 0; i < 60; i++) {
    if (isThere(await stop(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

let failed = false;
sample('earlier', '--from', '2024-04-08', '--until', '2024-05-06');
sample('later', '--from', '2024-05-06', '--until', '2024-06-03', '--change', '2024-05-06:0.2');
const { server, address } = await serve();
const executablePath = process.env.USEROPS_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await (await browser.newContext({ viewport: { width: 1100, height: 800 } })).newPage();
page.on('pageerror', (error) => { failed = true; console.error(`  error on the page: ${error.message}`); });
page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) { failed = true; console.error(`  console: ${message.text()}`); } });
try {
  for (const [name, step] of Object.entries(steps)) {
    console.log(name);
    await step({ page, address, browser });
  }
} catch (error) {
  failed = true;
  console.error(`FAILED: ${error.message}`);
  await page.screenshot({ path: join(pictures, 'failed.png'), fullPage: true });
} finally {
  await browser.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  const code = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10000, 'nothing within 10 s'))]);
  if (code !== 0) { failed = true; console.error(`FAILED: Ctrl+C ended the server with ${code}`); server.kill('SIGKILL'); }
  rmSync(work, { recursive: true, force: true });
}
console.log(failed ? 'The walk failed.' : `The walk is done; pictures are in ${pictures}.`);
process.exit(failed ? 1 : 0);
