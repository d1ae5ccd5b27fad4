import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, detailOf, isList, promptOf, typed } from '../src/commands/parameterText.ts';
import type { Parameter } from '../src/kernel/protocol.ts';

const days: Parameter = { name: 'days', parameterType: 'int', default: '7', values: ['7'], description: 'how many', range: 'from 1 to 90', choices: [], required: false, secret: false };
const key: Parameter = { name: 'mailKey', parameterType: 'string', choices: [], required: true, secret: true, variable: 'USEROPS_MAIL_KEY' };
const by: Parameter = { ...days, name: 'by', parameterType: 'string', values: ['none'], range: null, choices: ['channel', 'platform'] };

test('The list says type, rules and meaning of a parameter', () => {
    assert.equal(detailOf(days), 'int · from 1 to 90 · how many');
    assert.equal(detailOf(key), 'string · required · secret');
});

test('Whoever is asked for a secret reads where it comes from', () => {
    assert.match(promptOf(key), /^The notebook does not keep it: .*USEROPS_MAIL_KEY/);
    assert.equal(promptOf(days), 'how many · from 1 to 90');
});

test('The present value can be chosen again, once', () => {
    assert.deepEqual(choicesOf(by), ['channel', 'platform', 'none']);
    assert.deepEqual(choicesOf({ ...by, values: ['channel'] }), ['channel', 'platform']);
    assert.ok(isList({ ...by, parameterType: 'string[]' }) && !isList(by));
});

test('The present value stands in the form as a person types it', () => {
    assert.equal(typed(days), '7');
    assert.equal(typed({ ...days, values: ['a', 'b'] }), 'a, b');
    assert.equal(typed({ ...days, values: null, default: '7M' }), '7');
    assert.equal(typed(key), '');
});
