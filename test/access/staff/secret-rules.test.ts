import { describe, expect, it } from '@jest/globals';
import { newCode, passwordFault, readCode } from '../../../src/access/staff/secret-rules.js';
import { GOOD } from './staff-room.js';

const own = ['advisor1', '周谨言'];

describe('a new password', () => {
  it.each([
    GOOD,
    'correct horse battery staple',
    'Kx7#pQ2!mZ9w',
    '床前明月光疑是地上霜举头',
    'a6fe0d9c-1b2e-4b55',
  ])('may be %j', (text) => {
    expect(passwordFault(text, own)).toBeNull();
  });

  it.each([
    ['short', 'Kx7#pQ2!mZ9'],
    ['short', ''],
    ['short', '春眠不觉晓'],
    ['long', 'x1'.repeat(65)],
    ['guessable', 'aaaaaaaaaaaaaaaa'],
    ['guessable', 'abcabcabcabcabc'],
    ['guessable', 'Password1234!'],
    ['guessable', 'passw0rd-passw0rd'],
    ['guessable', 'qwertyuiop123'],
    ['guessable', '12345678901234'],
    ['guessable', 'abcdefghijklmn'],
    ['guessable', 'advisor1-2026'],
    ['guessable', '周谨言周谨言2026!!'],
    ['guessable', 'Admin@123456'],
    ['guessable', 'ｐａｓｓｗｏｒｄ１２３４'],
  ] as const)('is too %s: %j', (fault, text) => {
    expect(passwordFault(text, own)).toBe(fault);
  });
});

describe('a one-time code', () => {
  it('is four groups of letters that are read for nothing else, another one each time', () => {
    const codes = Array.from({ length: 200 }, newCode);
    expect(
      codes.every((code) => /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code)),
    ).toBe(true);
    expect(new Set(codes).size).toBe(200);
  });

  it('is read however it is typed', () => {
    expect(readCode(' 0a1b 2c3d-4e5f 6g7h ')).toBe('0A1B-2C3D-4E5F-6G7H');
    expect(readCode('OA1B-2C3D-4E5F-6GIL')).toBe('0A1B-2C3D-4E5F-6G11');
    expect(readCode('')).toBe('');
  });
});
