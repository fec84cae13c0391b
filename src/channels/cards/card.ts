import type { JsonObject } from '../../terms/json.js';
import type { Card } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import type { PictureUrl } from '../pictures/picture.js';
import { againstTargetCard } from './against-target.js';
import { assessmentPageCard } from './assessment-page.js';
import { callbackCard } from './callback.js';
import { comparisonCard } from './comparison.js';
import { holdingsCard } from './holdings.js';
import { planCard } from './plan.js';
import { productFactsCard } from './product-facts.js';
import { riskReturnCard } from './risk-return.js';
import { serviceRatingCard } from './service-rating.js';

export interface CardDeps {
  readonly today: LocalDate;
  readonly pictureUrl: PictureUrl;
}

/** A card as an Adaptive Card 1.5 attachment (screens.md §5). */
export function cardAttachment(card: Card, deps: CardDeps): JsonObject {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: contentOf(card, deps),
  };
}

function contentOf(card: Card, { today, pictureUrl }: CardDeps): JsonObject {
  switch (card.kind) {
    case 'product_facts':
      return productFactsCard(card.product, today);
    case 'comparison':
      return comparisonCard(card.products, today);
    case 'holdings':
      return holdingsCard(card.review, pictureUrl);
    case 'callback_offer':
      return callbackCard(card.slots);
    case 'service_rating':
      return serviceRatingCard(card.of);
    case 'assessment_page':
      return assessmentPageCard(card.page);
    case 'plan':
      return planCard(card, pictureUrl);
    case 'risk_return':
      return riskReturnCard(card, pictureUrl);
    case 'against_target':
      return againstTargetCard(card.classes, pictureUrl);
  }
}
