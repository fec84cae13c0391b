import type { Words } from '../words.js';
import { plural } from './plural.js';

export const replayEn: Words['replay'] = {
  act: 'Make again',
  who: 'Who approved this sentence',
  title: (seq) => `Entry ${seq} made again`,
  line: (kind, moment) =>
    `${kind === 'reply' ? 'said to the customer' : 'drafted for the advisor'} ${moment}`,
  back: 'Back to the conversation',
  what: 'The answer made again',
  outcomes: {
    identical: 'The same to the letter',
    different: 'Different',
    not_made_again: 'Not made again',
  },
  identicalLine:
    'Made again with the prompts, knowledge, rules, shelf and portrait of that day: words, sources, figures and cards are the same to the byte.',
  differentLine: (places) =>
    `Made again with the versions of that day, it differs in ${plural(places, 'place')}.`,
  why: {
    unasked: 'The service said this without having been asked; it is not made again.',
    failed_then: 'It failed then, and a written apology was said; it is not made again.',
    failed_now: 'Making it again failed, which is reported. Try again later.',
    erased: 'The words were erased as the rules ask; it cannot be made again.',
    no_attempt: 'How it was made then was not kept; it cannot be made again.',
  },
  missing: 'Of that day these could not be had',
  missingNames: {
    program: 'Program',
    archive: 'Version archive',
    portrait: 'Customer portrait',
    knowledge: 'Knowledge',
    prompts: 'Prompts and wordings',
    rules: 'Rules',
    intents: 'Intents',
    tools: 'Tool results',
  },
  fromTo: (then, now) => `${then} then, ${now} now`,
  none: 'none',
  then: 'Said then',
  now: 'Made now',
  notMade: 'Not made again',
  gone: 'The words are no longer kept',
  places: 'Place by place',
  place: 'Place',
  model: (name) => `model ${name}`,
  recorded: 'That you looked is on record. Making an answer again sends nothing to anybody.',
};
