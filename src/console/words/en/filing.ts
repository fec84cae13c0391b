import type { Words } from '../words.js';

export const filingEn: Words['filing'] = {
  act: 'File complaint',
  title: 'File a complaint for the customer',
  hint: 'Its deadlines begin to run, and somebody who had no hand in the matter handles it; the customer is told its number and the days in the chat.',
  matter: 'The matter (in the customer’s words)',
  last: 'Fill in what the customer said last',
  wish: 'What they want done (optional)',
  channel: 'How it came',
  received: 'Day it came in',
  ok: 'File',
  done: 'Filed; the customer is being told its number and the days',
};
