import { describe, expect, it } from '@jest/globals';
import type { StoredEntry } from '../../src/ledger/chain.js';
import { GENESIS_HASH, seal, verifyChain } from '../../src/ledger/chain.js';

const SALT = 'ab'.repeat(32);

function chainOf(texts: readonly string[]): StoredEntry[] {
  let previousHash = GENESIS_HASH;
  return texts.map((text, index) => {
    const happening = {
      origin: 'test',
      stream: 'c',
      seq: index + 1,
      previousHash,
      at: 1_000 * (index + 1),
      kind: 'MessageReceived',
      actor: 'customer',
      body: { text },
    };
    const { body, salt, entry, hash } = seal(happening, SALT);
    previousHash = hash;
    const { seq, at, kind, actor } = happening;
    return { seq, at, kind, actor, body, salt, entry, hash };
  });
}

const chain = (): StoredEntry[] => chainOf(['一', '二', '三', '四']);
const change = (at: number, part: Partial<StoredEntry>): StoredEntry[] =>
  chain().map((item, index) => (index === at ? { ...item, ...part } : item));

describe('the ledger chain', () => {
  it('is intact as written', () => {
    expect(verifyChain(chain())).toEqual({ kind: 'intact', entries: 4, erased: 0 });
  });

  it('gives the same bytes for the same event', () => {
    expect(chainOf(['一'])[0]?.hash).toBe(chainOf(['一'])[0]?.hash);
  });

  it.each<[string, StoredEntry[], number]>([
    ['an altered word', change(1, { body: '{"text":"贰"}' }), 2],
    ['an altered time', change(2, { at: 9 }), 3],
    ['another speaker', change(0, { actor: 'assistant' }), 1],
    ['another kind', change(3, { kind: 'ReplyDecided' }), 4],
    ['another salt', change(1, { salt: 'cd'.repeat(32) }), 2],
    ['a removed entry', chain().filter((_, index) => index !== 1), 2],
    ['a swapped pair', [chain()[1], chain()[0], chain()[2], chain()[3]] as StoredEntry[], 1],
    ['a doubled entry', [chain()[0], chain()[0], ...chain().slice(1)] as StoredEntry[], 2],
  ])('names where %s breaks it', (_, tampered, seq) => {
    expect(verifyChain(tampered)).toMatchObject({ kind: 'broken', seq });
  });

  it('notices an entry that was written anew with a fitting hash', () => {
    const [first, ...rest] = chain();
    const forged = chainOf(['壹'])[0] as StoredEntry;
    expect(first?.hash).not.toBe(forged.hash);
    expect(verifyChain([forged, ...rest])).toMatchObject({ kind: 'broken', seq: 2 });
  });

  it('stays intact when salt and words are destroyed', () => {
    const erased = change(2, { body: null, salt: null });
    expect(verifyChain(erased)).toEqual({ kind: 'intact', entries: 4, erased: 1 });
  });
});
