import { figuresIn } from '../../compliance/amounts.js';
import type { Figure } from '../../compliance/amounts.js';
import { groundsOf, ungroundedFigures } from '../../compliance/figures.js';
import type { Grounds } from '../../compliance/figures.js';
import { isFigureOfSpeech } from '../../compliance/enumerators.js';
import { normalize, originalRange } from '../../language/fold.js';
import type { Citation } from '../../terms/passage.js';
import type { Fact } from '../../terms/fact.js';
import type { Draft } from '../../terms/statement.js';
import { leavesOf } from './leaves.js';
import type { Leaf } from './leaves.js';

/** 每个数字的出处: where each figure of a text comes from, the nearest first. Pure. */

/** 事实、依据、工具结果、卡片、客户原话、没有. */
export const FIGURE_ORIGINS = ['fact', 'passage', 'tool', 'card', 'customer', 'none'] as const;

export interface FigureOrigin {
  /** As it is written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly from: (typeof FIGURE_ORIGINS)[number];
  /** Title of the document, name of the tool, kind of the card; null: it has none. */
  readonly name: string | null;
  /** Section of the document, field of the result, label of the fact. */
  readonly field: string | null;
  /** The very sentence it stands in there. */
  readonly place: string | null;
  /** Which citation, from 1. */
  readonly citation: number | null;
}

export interface Grounding {
  readonly draft: Pick<Draft, 'text' | 'facts' | 'citations' | 'cards'>;
  readonly tools: readonly { readonly name: string; readonly result: string | null }[];
  /** What the customer had said until then, the last first. */
  readonly asked: readonly string[];
}

type Place = Pick<FigureOrigin, 'from' | 'name' | 'field' | 'place' | 'citation'>;
type Finder = (figure: Figure, plain: string) => Place | null;

const NOWHERE: Place = { from: 'none', name: null, field: null, place: null, citation: null };

export function figureOrigins(grounding: Grounding): readonly FigureOrigin[] {
  const folded = normalize(grounding.draft.text);
  const plain = folded.text;
  const finders = findersOf(grounding);
  return figuresIn(plain)
    .filter((figure) => !isFigureOfSpeech(plain, figure))
    .map((figure) => {
      const { start, end } = originalRange(folded, figure.start, figure.end);
      const text = folded.original.slice(start, end);
      return { ...placeOf(figure, plain, finders), text, start, end };
    });
}

function placeOf(figure: Figure, plain: string, finders: readonly Finder[]): Place {
  for (const find of finders) {
    const place = find(figure, plain);
    if (place) return place;
  }
  return NOWHERE;
}

/** A figure that is looked up stands in its passage too: what is cited is read by the customer as well. */
const findersOf = ({ draft, tools, asked }: Grounding): readonly Finder[] => [
  ...draft.citations.map(inPassage),
  ...draft.facts.map((fact) => inFact(fact, tools)),
  ...tools.flatMap(({ name, result }) => inLeaves('tool', name, result)),
  ...draft.cards.flatMap((card) => inLeaves('card', card.kind, JSON.stringify(card))),
  ...asked.map((text) => inText(text, { ...NOWHERE, from: 'customer' })),
];

function inPassage(citation: Citation, at: number): Finder {
  const { title, article, text } = citation;
  const about = { ...NOWHERE, from: 'passage', name: title, field: article } as const;
  return inText([title, article, text].filter(Boolean).join('\n'), { ...about, citation: at + 1 });
}

function inFact(fact: Fact, tools: Grounding['tools']): Finder {
  const grounds = groundsOf([{ ...fact, label: '' }], []);
  const told = { label: fact.label, value: fact.value };
  const tool = tools.find(({ result }) => result !== null && tells(result, told));
  const place: Place = { ...NOWHERE, from: 'fact', name: tool?.name ?? null, field: fact.label };
  return (figure, plain) => (vouches(grounds, figure, plain) ? place : null);
}

function tells(result: string, told: Pick<Fact, 'label' | 'value'>): boolean {
  const { facts = [] } = JSON.parse(result) as { readonly facts?: readonly Fact[] };
  return facts.some(({ label, value }) => label === told.label && value === told.value);
}

/** Read only once something was not found nearer by: results are long. */
function inLeaves(from: 'tool' | 'card', name: string, json: string | null): readonly Finder[] {
  if (json === null) return [];
  let leaves: readonly { leaf: Leaf; find: Finder }[] | null = null;
  return [
    (figure, plain) => {
      leaves ??= leavesOf(JSON.parse(json)).map((leaf) => {
        const place: Place = { ...NOWHERE, from, name, field: leaf.path };
        return { leaf, find: inLeaf(leaf, place) };
      });
      for (const { find } of leaves) {
        const found = find(figure, plain);
        if (found) return found;
      }
      return null;
    },
  ];
}

const inLeaf = ({ value }: Leaf, place: Place): Finder =>
  typeof value === 'string'
    ? inText(value, place)
    : ({ readings }) =>
        readings.some(({ value: said, unit }) => isNumber(said, unit, value)) ? place : null;

/** A ratio is said in percent. */
const isNumber = (said: number | string, unit: string, kept: number): boolean =>
  typeof said === 'number' &&
  [kept, ...(unit === '%' ? [kept * 100] : [])].some(
    (one) => Math.abs(Math.abs(one) - said) < 1e-9,
  );

function inText(text: string, place: Place): Finder {
  const sentences = text.split(/(?<=[。；！？\n])/).map((words) => words.trim());
  const known = sentences
    .filter((words) => words !== '')
    .map((words) => ({ words, grounds: groundsOf([], [], [words]) }));
  return (figure, plain) => {
    const sentence = known.find(({ grounds }) => vouches(grounds, figure, plain));
    return sentence ? { ...place, place: sentence.words } : null;
  };
}

const vouches = (grounds: Grounds, { start }: Figure, plain: string): boolean =>
  !ungroundedFigures(plain, grounds).some((one) => one.start === start);
