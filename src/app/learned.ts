import { join } from 'node:path';
import type { Classifier } from '../agent/models/embedded/classifier.js';
import { loadOtherHouses } from '../agent/understand/foreign-products.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import { loadIntents } from '../agent/understand/intents.js';
import type { TradingCalendar } from '../terms/trading-calendar.js';
import { SHIPPED_ROOT } from './release-files.js';
import { openRouter } from './router.js';
import { shippedLessons } from './shipped-lessons.js';
import { loadTradingCalendar } from './trading-calendar.js';

/** What the digital employee learns from the files of one release. */
export interface Learned {
  readonly catalogue: IntentCatalogue;
  readonly classifier: Classifier;
  /** Names of houses and products that are not ours. */
  readonly otherHouses: RegExp;
  readonly calendar: TradingCalendar;
}

/** `modelDir`: where a trained router is kept; always rebuildable. */
export function learn(modelDir: string, root = SHIPPED_ROOT): Learned {
  const knowledge = join(root, 'knowledge');
  const catalogue = loadIntents(join(knowledge, 'intents'));
  return {
    catalogue,
    classifier: openRouter(shippedLessons(catalogue, root), modelDir),
    otherHouses: loadOtherHouses(join(knowledge, 'names', 'other-houses.txt')),
    calendar: loadTradingCalendar(join(knowledge, 'calendars')),
  };
}
