import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lines } from '../src/kernel/lines.ts';

test('Lines come whole, however they arrive', () => {
    const lines = new Lines();
    assert.deepEqual(lines.add('{"a"'), []);
    assert.deepEqual(lines.add(':1'), []);
    assert.deepEqual(lines.add('}\n{"b":2}\n{"c"'), ['{"a":1}', '{"b":2}']);
    assert.deepEqual(lines.add(':3}\n'), ['{"c":3}']);
});

test('Empty lines are left out', () => {
    assert.deepEqual(new Lines().add('\n1\r\n\n2\n').map(line => line.trim()), ['1', '2']);
});
