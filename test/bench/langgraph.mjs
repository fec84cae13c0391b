// The peer: LangGraph createReactAgent, no checkpointer, one tool that searches our index and
// nothing else: no record, no guard, no history.
import { randomUUID } from 'node:crypto';
import { HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { z } from 'zod';
import { searchGeneral } from '../../dist/agent/tools/search-knowledge.js';
import { linesOf, loadIntents } from '../../dist/agent/understand/intents.js';
import { loadShipped, openKnowledgeBase } from '../../dist/app/knowledge-base.js';
import { openSqlite } from '../../dist/store/sqlite.js';
import { toLocalDate } from '../../dist/terms/time.js';
import { ScriptedModel } from './script.mjs';
import { serveSide, timeTalk } from './side.mjs';

const folder = process.env.DATA_DIR;
const today = toLocalDate(Date.now());
const intents = loadIntents(new URL('../../knowledge/intents', import.meta.url).pathname);
const store = await openSqlite(`${folder}/peer.db`, randomUUID());
await loadShipped(store, true, Date.now());
const knowledge = await openKnowledgeBase(store, {
  modelDir: `${folder}/models`,
  foreign: linesOf(intents, 'out_of_scope'),
});

const search = tool(
  async ({ query }) =>
    searchGeneral(knowledge.index(), query, today)
      .passages.map(({ passage }, at) => `[${at + 1}] ${passage.title}\n${passage.text}`)
      .join('\n'),
  {
    name: 'search_knowledge',
    description: '在知识库里查条文、规则、常见问题。',
    schema: z.object({ query: z.string() }),
  },
);
const agent = createReactAgent({
  llm: new ScriptedModel({}),
  tools: [search],
  prompt: '你是理财机构的助理，先查资料再回答。',
});

const begin = () => async (words) => {
  const { messages } = await agent.invoke({ messages: [new HumanMessage(words)] });
  const reply = messages.at(-1).content;
  if (messages.length !== 4 || !reply.endsWith('[1]')) throw new Error(`the peer said: ${reply}`);
};

serveSide({ talk: ({ questions, ...talk }) => timeTalk(talk, questions, begin) });
