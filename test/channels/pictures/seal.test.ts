import { describe, expect, it } from '@jest/globals';
import { createSeal } from '../../../src/channels/pictures/seal.js';
import { everyPicture, mix, outlook } from './samples.js';

const seal = createSeal('a secret of this house that nobody else has');

describe('the address of a picture', () => {
  it('gives back every picture it was made of', () => {
    for (const picture of everyPicture) expect(seal.open(seal.close(picture))).toEqual(picture);
  });

  it('is always the same for the same figures and differs with a single one', () => {
    expect(seal.close(outlook)).toBe(seal.close({ ...outlook }));
    expect(seal.close(outlook)).not.toBe(seal.close({ ...outlook, target: 400_001 }));
  });

  it('shows nothing of what it holds, and is short', () => {
    for (const picture of everyPicture) {
      const word = seal.close(picture);
      expect(word).toMatch(/^[\w-]+$/);
      expect(word.length).toBeLessThan(800);
      expect(Buffer.from(word, 'base64url').toString('latin1')).not.toMatch(/kind|cash|target/);
    }
  });

  it('is no address once any letter of it was changed, or when another house made it', () => {
    const word = seal.close(mix);
    for (let at = 0; at < word.length; at += 7) {
      const other = word[at] === 'A' ? 'B' : 'A';
      expect(seal.open(word.slice(0, at) + other + word.slice(at + 1))).toBeNull();
    }
    expect(createSeal('the secret of some other house, not ours').open(word)).toBeNull();
  });

  it.each(['', 'x', 'a'.repeat(60), 'a'.repeat(5_000), '%2e%2e', `${seal.close(mix)}=`])(
    'is not %s',
    (word) => {
      expect(seal.open(word)).toBeNull();
    },
  );
});
