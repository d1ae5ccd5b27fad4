import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDib, writeDib } from '../src/notebooks/dib.ts';

test('A line that is exactly #! and a language starts a cell', () => {
    const { cells } = readDib('#!markdown\n\n# Title\n\n#!csharp\n\nvar a = 1;\n\n#!c#\n2\n');
    assert.deepEqual(cells.map(({ language, source }) => [language, source]), [['markdown', '# Title'], ['csharp', 'var a = 1;'], ['csharp', '2']]);
});

test('Anything behind the language keeps the line in its cell', () => {
    const { cells } = readDib('#!csharp\n#!time\n#!share --from csharp x\n#!html here\n1');
    assert.equal(cells.length, 1);
    assert.equal(cells[0]!.source, '#!time\n#!share --from csharp x\n#!html here\n1');
});

test('Text before the first such line is C#, and empty cells are dropped', () => {
    const { cells } = readDib('1 + 1\n\n#!markdown\n\n#!html\n<b>x</b>');
    assert.deepEqual(cells.map(({ language, source }) => [language, source]), [['csharp', '1 + 1'], ['html', '<b>x</b>']]);
});

test('Languages are told apart by case, as Polyglot does', () => {
    assert.equal(readDib('#!CSharp\n1').cells[0]!.source, '#!CSharp\n1');
    assert.equal(readDib('#!constructor\n1').cells[0]!.source, '#!constructor\n1');
});

test('The block #!meta stays as it was', () => {
    const text = '#!meta\n\n{"kernelInfo":{"defaultKernelName":"csharp"}}\n\n#!csharp\n\n1\n';
    const file = readDib(text);
    assert.equal(file.cells.length, 1);
    assert.equal(writeDib(file), text);
});

test('Writing and reading gives the same cells, with the words that started them', () => {
    const text = '#!markdown\n\n# A\n\n#!c#\n\nvar x = 1;\n\n#!pwsh\n\ndir\n\n#!js\n\nalert(1)\n';
    assert.equal(writeDib(readDib(text)), text);
});

test('A cell that became C# is written as C#', () => {
    assert.equal(writeDib({ meta: '', newline: '\n', cells: [{ language: 'csharp', source: '1', starter: 'markdown' }] }), '#!csharp\n\n1\n');
    assert.equal(writeDib({ meta: '', newline: '\n', cells: [{ language: 'polyglot-notebook', source: '1', starter: '' }] }), '#!csharp\n\n1\n');
});

test('Windows newlines and a mark of byte order are read, and newlines kept', () => {
    const text = '#!markdown\r\n\r\nA\r\nB\r\n';
    assert.deepEqual(readDib('\uFEFF' + text).cells.map(cell => cell.source), ['A\nB']);
    assert.equal(writeDib(readDib(text)), text);
});

test('A language that the format has no word for is refused', () => {
    assert.throws(() => writeDib({ meta: '', newline: '\n', cells: [{ language: 'python', source: '1', starter: '' }] }), /no cells in the language 'python'/);
});
