/** 斜杠命令 in the words as they are typed: pure, so that it can be tested without a page. */

export type Lookup = 'product' | 'rule' | 'compare' | 'plan' | 'canned' | 'knowledge' | 'colleague';

/** Offered in a reply, in this order. */
export const COMMANDS: readonly Exclude<Lookup, 'colleague'>[] = [
  'product',
  'rule',
  'compare',
  'plan',
  'canned',
  'knowledge',
];

export type Names = Readonly<Record<Lookup, string>>;

export type Slash =
  /** A stroke and the beginning of a name: `from` is where it starts. */
  | { readonly is: 'choosing'; readonly from: number; readonly offered: readonly Lookup[] }
  | {
      readonly is: 'looking';
      readonly from: number;
      readonly lookup: Lookup;
      readonly words: string;
    };

/** What the end of `text` asks for; null: nothing. In a note `@` calls on a colleague. */
export function slashIn(text: string, kind: 'reply' | 'note', names: Names): Slash | null {
  if (kind === 'note') {
    const called = /@([^\s@，。,.]{0,8})$/.exec(text);
    return called
      ? { is: 'looking', from: called.index, lookup: 'colleague', words: called[1] ?? '' }
      : null;
  }
  const stroke = /(?:^|[\s，。！？,.])(\/([^/\n]{0,60}))$/.exec(text);
  if (!stroke) return null;
  const from = stroke.index + stroke[0].length - (stroke[1] ?? '').length;
  const [name = '', ...rest] = (stroke[2] ?? '').split(' ');
  const exact = COMMANDS.find((one) => names[one] === name.toLowerCase());
  if (exact && (rest.length > 0 || exact === 'plan' || exact === 'canned')) {
    return { is: 'looking', from, lookup: exact, words: rest.join(' ').trim() };
  }
  const offered = COMMANDS.filter((one) => names[one].startsWith(name.toLowerCase()));
  return rest.length === 0 && offered.length > 0 ? { is: 'choosing', from, offered } : null;
}
