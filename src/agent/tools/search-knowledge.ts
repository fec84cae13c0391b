import { z } from 'zod';
import type { KnowledgeIndex, SearchResult } from '../../retrieval/knowledge-index.js';
import type { Passage } from '../../terms/passage.js';
import type { LocalDate } from '../../terms/time.js';
import { found } from './tool.js';
import type { Tool } from './tool.js';

const Input = z.strictObject({ query: z.string().min(1).max(500) });

/** Passages a reply may rest on; the best few, so that a reader can check them. */
const PASSAGES = 3;

/** One product's card must not answer a question about products in general. */
const GENERAL = ['faq', 'regulation', 'law', 'note'] as const;

/** The glossary's table of code words is for us, not for customers; its sections have headings. */
const isForStaff = ({ kind, article }: Passage): boolean => kind === 'note' && article === null;

/** What general knowledge says on a day: never a product card, never a note for staff. */
export const searchGeneral = (
  index: KnowledgeIndex,
  query: string,
  asOf: LocalDate,
  k = PASSAGES,
): SearchResult => index.search(query, { k, asOf, kinds: GENERAL, hidden: isForStaff });

/** `search_knowledge`: what the handbook and the rules say, valid today. */
export const searchKnowledge = (index: () => KnowledgeIndex): Tool<z.infer<typeof Input>> => ({
  name: 'search_knowledge',
  effect: 'read',
  input: Input,
  async run({ query }, { today }) {
    const { passages, support } = searchGeneral(index(), query, today);
    return found({ passages: passages.map(({ passage }) => passage), support });
  },
});
