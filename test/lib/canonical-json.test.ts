/**
 * One value has one text, whatever order its keys were written in: hashes, ids and the chain of the ledger stand on
 * it. The hash itself is checked against published vectors.
 */

import fc from 'fast-check';
import { canonicalJson, sha256, type Json } from '../../src/lib/canonical-json';

/** The same value with the keys of every object written in the opposite order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => reversed(item as Json));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

describe('canonicalJson', () => {
  test.each<[Json, string]>([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: { d: [3, { f: null, e: true }], c: 'x' } }, '{"a":{"c":"x","d":[3,{"e":true,"f":null}]}}'],
    [{ a: undefined, b: 0 }, '{"b":0}'],
    [{}, '{}'],
    [[], '[]'],
    ['Quý I "mẫu"\n', '"Quý I \\"mẫu\\"\\n"'],
    [-0, '0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
  ])('%j is written %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('the order of keys does not matter, at any depth', () => {
    fc.assert(fc.property(json, (value) => expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))));
  });

  test('the text is JSON of the same value, and differs for a different value', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(canonicalJson(a))).toEqual(plain(a));
        const same = canonicalJson(a) === canonicalJson(b);
        expect(same).toBe(canonicalJson(JSON.parse(canonicalJson(a)) as Json) === canonicalJson(b));
        if (same) expect(plain(a)).toEqual(plain(b));
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is refused, not written', (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError);
  });
});

describe('sha256', () => {
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of "%s" is the published one', (text, hash) => {
    expect(sha256(text)).toBe(hash);
  });

  test('of a text is that of its UTF-8 bytes', () => {
    expect(sha256('Hà Nội')).toBe(sha256(new TextEncoder().encode('Hà Nội')));
  });
});
