import type { Words } from '../words.js';

export const transferEn: Words['transfer'] = {
  act: 'Hand over',
  title: 'Hand over to a colleague',
  who: 'To whom',
  able: 'Can take it now',
  unable: 'Cannot take it now',
  nobody: 'Nobody can take it now. Keep it, or end it with a callback.',
  load: (load, capacity) => `${load} / ${capacity}`,
  loadLabel: (load, capacity) => `${load} in hand, ${capacity} at most`,
  grade: (grade) => `to R${grade}`,
  noLicence: 'no licence to sell',
  suits: (score) => `match ${score}`,
  reason: 'Why (seen by the colleague, on record)',
  reasonShort: 'Reason',
  ok: 'Hand over',
  done: (name) => `Handed to ${name}`,
};

export const presenceEn: Words['presence'] = {
  here: 'Here · open to new chats',
  away: (since) => `On a break since ${since}`,
  rest: 'Take a break',
  back: 'Back to work',
  restLine: 'Nothing new is offered while you are away; what you hold stays yours.',
  sound: 'Sound for new customers',
  soundOn: 'Sound is on',
};
