import { isTag } from './asking-part.js';

/** More wishes than this in one message are left for the next. */
const MAX_CLAUSES = 3;
/** Shorter pieces belong to their neighbour. */
const MIN_CLAUSE = 4;

/** A question keeps its mark, by which it is known. */
const BREAK =
  /(?<=[？?])(?![？?])|[。！!\n；;]+|[，,](?=(?:另外|还有|顺便|再问|以及|对了))|(?:另外|顺便问|再问一下)[，,]?/;
/** 「还有」 joins questions only where one begins: 「离到期还有多少天」 is one. */
const JOINT = /^(?:还有|对了)[，,]?/;

/** Splits a message where a new question begins; most messages are one clause. */
export function clausesOf(text: string): readonly string[] {
  const pieces = text
    .split(BREAK)
    .map((piece) => withoutJoint(piece.trim()))
    .filter((piece) => piece !== '');
  const clauses: string[] = [];
  for (const piece of pieces) {
    if (clauses.length > 0 && belongsBefore(piece)) {
      const before = clauses.at(-1) ?? '';
      clauses[clauses.length - 1] = `${before}${/[？?]$/.test(before) ? '' : '，'}${piece}`;
    } else clauses.push(piece);
  }
  if (clauses.length === 0) return [text.trim()];
  return clauses.length <= MAX_CLAUSES
    ? clauses
    : [...clauses.slice(0, MAX_CLAUSES - 1), clauses.slice(MAX_CLAUSES - 1).join('，')];
}

/** 「怎么买不了了？提示我测评过期」: what the page said is why it is asked. */
const SHOWN =
  /^(它|系统|页面|上面|那边|手机|app)?(上|里)?(又|还|就|老|一直)?(提示|显示|弹出|跳出|写着|报错)(?![^，。]*(怎|咋|啥|什么|多少|几))/i;

const belongsBefore = (piece: string): boolean =>
  [...piece].length < MIN_CLAUSE || isTag(piece) || SHOWN.test(piece);

function withoutJoint(piece: string): string {
  const rest = piece.replace(JOINT, '');
  return [...rest].length < MIN_CLAUSE ? piece : rest;
}
