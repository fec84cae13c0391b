import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from '../../src/channels/media-type.js';
import { files } from './sample-files.js';

describe('the kind of a file', () => {
  it.each([
    ['image/png', files.png],
    ['image/jpeg', files.jpeg],
    ['image/gif', files.gif],
    ['image/webp', files.webp],
    ['image/heic', files.heic],
    ['application/pdf', files.pdf],
  ])('%s is told by its bytes', (mediaType, content) => {
    expect(mediaTypeOf(content)).toBe(mediaType);
  });

  it.each([
    ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an archive, and so an office document', 'PK\x03\x04'],
    ['a program', 'MZ\x90\x00'],
    ['words', '您好'],
    ['a PDF mark that does not stand first', 'x%PDF-1.7'],
    ['nothing', ''],
  ])('%s is kept by nobody', (_, content) => {
    expect(mediaTypeOf(Buffer.from(content, 'latin1'))).toBeNull();
  });
});
