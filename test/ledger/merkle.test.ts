import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  EMPTY_ROOT,
  consistencyProof,
  hashLeaf,
  inclusionProof,
  isConsistent,
  rangeOver,
  rootByInclusion,
  rootOf,
} from '../../src/ledger/merkle.js';

const hex = (buffers: readonly Buffer[]): string[] => buffers.map((one) => one.toString('hex'));

/** Published with Certificate Transparency's reference code: eight leaves and the roots over them. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => hashLeaf(Buffer.from(text, 'hex')));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the Merkle tree', () => {
  it('has the published roots', () => {
    expect(ROOTS.map((_, i) => rootOf(INPUTS.slice(0, i + 1)).toString('hex'))).toEqual(ROOTS);
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('proves leaf %i of %i with the published path', (index, size, path) => {
    expect(hex(inclusionProof(index, size, rangeOver(INPUTS)))).toEqual(path);
  });

  it.each([
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that %i leaves begin the tree of %i with the published path', (old, size, path) => {
    expect(hex(consistencyProof(old, size, rangeOver(INPUTS)))).toEqual(path);
  });
});

const leavesOf = (size: number): Buffer[] =>
  Array.from({ length: size }, (_, i) => hashLeaf(String(i)));
const placed = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

describe('a proof', () => {
  it('leads from every leaf to the root', () => {
    fc.assert(
      fc.property(placed, ([size, index]) => {
        const leaves = leavesOf(size);
        const path = inclusionProof(index, size, rangeOver(leaves));
        const root = rootByInclusion(index, size, leaves[index] as Buffer, path);
        expect(root?.equals(rootOf(leaves))).toBe(true);
      }),
    );
  });

  it('leads from no other leaf, from no other place and with no other length to the root', () => {
    fc.assert(
      fc.property(placed, fc.nat(299), ([size, index], other) => {
        const leaves = leavesOf(size);
        const path = inclusionProof(index, size, rangeOver(leaves));
        const leaf = leaves[index] as Buffer;
        const root = rootOf(leaves);
        const leads = (at: number, from: Buffer, by: readonly Buffer[]) =>
          rootByInclusion(at, size, from, by)?.equals(root) ?? false;
        expect(leads(index, hashLeaf('forged'), path)).toBe(false);
        if (other !== index) expect(leads(other, leaf, path)).toBe(false);
        expect(leads(index, leaf, [...path, leaf])).toBe(false);
        if (path.length > 0) expect(leads(index, leaf, path.slice(1))).toBe(false);
      }),
    );
  });

  it('leads from every older tree to the newer one, and from no forged one', () => {
    fc.assert(
      fc.property(placed, ([size, before]) => {
        const old = before + 1;
        const leaves = leavesOf(size);
        const proof = consistencyProof(old, size, rangeOver(leaves));
        const was = { size: old, root: rootOf(leaves.slice(0, old)) };
        const now = { size, root: rootOf(leaves) };
        expect(isConsistent(was, now, proof)).toBe(true);
        expect(isConsistent({ ...was, root: hashLeaf('forged') }, now, proof)).toBe(false);
        expect(isConsistent(was, { ...now, root: hashLeaf('forged') }, proof)).toBe(false);
        expect(isConsistent(was, now, [...proof, now.root])).toBe(false);
        if (proof.length > 0) expect(isConsistent(was, now, proof.slice(1))).toBe(false);
      }),
    );
  });
});
