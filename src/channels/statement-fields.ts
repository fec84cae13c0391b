import type { JsonObject } from '../terms/json.js';
import type { Statement } from '../terms/statement.js';
import type { CardDeps } from './cards/card.js';
import { cardAttachment } from './cards/card.js';
import { citationEntity, markdownOf } from './citations.js';

/** Text, citations, cards and suggestions of a statement: the same on every Bot Framework wire. */
export function statementFields(statement: Statement, deps: CardDeps): JsonObject {
  const attachments = statement.cards.map((card) => cardAttachment(card, deps));
  const actions = statement.suggestions.map(({ label, say, isAnswer }) => ({
    type: 'imBack',
    title: label,
    value: say,
    ...(isAnswer && { channelData: { answer: true } }),
  }));
  return {
    textFormat: 'markdown',
    text: markdownOf(statement),
    entities: [citationEntity(statement)],
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(actions.length > 0 ? { suggestedActions: { actions, to: [] } } : {}),
  };
}
