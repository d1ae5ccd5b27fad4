// Bundles the extension (for the extension host) and the renderer of charts (for the page that shows outputs).
import { build } from 'esbuild';

const shared = { bundle: true, minify: true, logLevel: 'warning' };

await Promise.all([
    build({ ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] }),
    build({ ...shared, entryPoints: ['renderer/plotly.ts'], outfile: 'dist/renderer.js', platform: 'browser', target: 'es2022', format: 'esm' }),
]);
