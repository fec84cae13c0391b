import { isQuestion } from './question-words.js';
import { mattersIn } from './topic.js';

/** 前因与问话: in a message that tells first and asks then, which words ask. */

/** 「对不对」 「行不行啊」 「是真的吗」: asks for a yes to what was said before it, and is no question of its own. */
const TAG =
  /^(这|那|这样|这话|这个|您说|你说|到底)?(行不行|行吗|行么|可以吗|可以么|可不可以|能行吗|对不对|对吗|对吧|对么|是不是|是吗|是吧|是不是(这样|真的)|是这样吗|是真的吗|真的吗|真的假的|真的不|有这回事吗|好不好|好吗|成不成|中不中|能信(吗|不)|可信吗|靠谱(吗|不)|(才|就|也就|没)几(个点|块|毛)(钱)?吧?)[啊呀呢嘛的]*[?？]*$/;

/** Who asks, and from whom they have it, is no part of the question. */
const LEAD_IN =
  /^(那|就|我)*(想|要)?(请)?(问问|问一下|问下|请问|打听一下|打听|了解一下)(您|你|你们)?(一下)?|^(我)?听(人|别人|同事|朋友|邻居|网上)?(说|讲)|^[^，。]{0,4}(柜台|柜员|经理|小伙子|小姑娘|老师|邻居|老[王李张刘陈]|同事|朋友|别人|有人|人家)[^，。]{0,4}(跟我|和我|对我)?(说|讲)/;

/** 「我不是要投诉，我就想知道为啥跌」 「说实话你们这个靠谱吗」: how it is put, and nothing that is asked. */
const PREFACE =
  /^((说实话|讲真的?|老实说|说白了|坦白说|不瞒你说)[，,]?)?((我)?(又|也)?不是(要|来|想)(投诉|闹|怪|找茬|吵架?)[^，,]{0,4}[，,])?((我|俺)(就|只|其实|主要|现在)?是?(想|要)(知道|弄明白|搞清楚|弄清楚|搞明白|问清楚)(一下|下)?[，,：:]?)?/;

const MIN_ASKED = 4;
const MIN_LEFT = 3;

/** A question without how it is led up to. */
export function withoutPreface(text: string): string {
  const left = text.replace(PREFACE, '');
  return [...left].length >= MIN_LEFT ? left : text;
}

export const isTag = (piece: string): boolean => TAG.test(piece.trim());

/** Pieces between signs; a tag belongs to what it asks about. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.split(/[，,。！!？?；;\n]+/).map((one) => one.trim())) {
    if (piece === '') continue;
    if (pieces.length > 0 && isTag(piece)) pieces[pieces.length - 1] += `，${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

/**
 * What a message with a story may ask, the story left out: its last question alone, or with what stands
 * right before it. Each must say its own matter: one borrowed from the story (「债基会不会扣手续费」 of a
 * sale) found the fee for buying. Empty: it tells no story.
 */
export function askingParts(text: string): readonly string[] {
  const pieces = piecesOf(text);
  const at = pieces.findLastIndex((piece) => isQuestion(piece));
  const last = (pieces[at] ?? '').replace(LEAD_IN, '');
  if (pieces.length < 2 || [...last].length < MIN_ASKED) return [];
  const before = (pieces[at - 1] ?? '').replace(LEAD_IN, '');
  const parts = at > 0 ? [last, `${before}，${last}`] : [last];
  return parts.filter((part) => mattersIn(part).length > 0);
}
