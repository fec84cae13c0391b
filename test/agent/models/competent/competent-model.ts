import type { Behaviour, ScriptedCall, Script, SeenRequest } from '../scripted-openai.js';
import { calls, says, streams } from '../scripted-openai.js';
import type { Mind } from './calls.js';
import { firstCalls } from './calls.js';
import type { Round, SeenTurn } from './prompt-reading.js';
import { readPrompt } from './prompt-reading.js';
import { wordsFor } from './words.js';

/**
 * A model that does what the prompt asks, behind the wire: it reads the marked sections, calls tools as
 * they are declared, reads what they found and answers from that in words of its own. Every other
 * answer comes as a stream, in pieces.
 */
export const competentModel =
  (mind: Mind): Script =>
  (request, count) =>
  async (response) => {
    const behaviour = await answerTo(mind, request, count % 2 === 1);
    await behaviour(response, request);
  };

async function answerTo(mind: Mind, request: SeenRequest, streamed: boolean): Promise<Behaviour> {
  const turn = readPrompt(request);
  const mayCall = request.tool_choice !== 'none';
  const declared = new Set(request.tools.map(({ function: { name } }) => name));
  const wanted = mayCall ? await nextCalls(mind, turn) : [];
  const possible = wanted.filter(({ name }) => declared.has(name));
  if (possible.length > 0) return streamed ? callsInPieces(possible) : calls(...possible);
  const words = wordsFor(turn);
  return streamed ? wordsInPieces(words) : says(words);
}

/** First what the customer asked; then, where a name was not found, what is still left to do. */
async function nextCalls(mind: Mind, turn: SeenTurn): Promise<readonly ScriptedCall[]> {
  if (turn.rounds.every(wasRefused)) return firstCalls(mind, turn);
  const unknown = turn.rounds.at(-1)?.result.startsWith('货架上没有叫这个名字的产品');
  return unknown ? [{ name: 'foreign_product', args: {} }] : [];
}

/** A call that was no call: a competent model tries again. */
const wasRefused = ({ result }: Round): boolean => /^(没有这个工具|参数不合格)/.test(result);

const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

function callsInPieces(wanted: readonly ScriptedCall[]): Behaviour {
  const pieces = wanted.flatMap(({ name, args }, index) => {
    const text = JSON.stringify(args);
    const middle = Math.ceil(text.length / 2);
    const opening = {
      index,
      id: `call_${index}`,
      type: 'function',
      function: { name, arguments: '' },
    };
    return [
      opening,
      ...[text.slice(0, middle), text.slice(middle)].map((part) => ({
        index,
        function: { arguments: part },
      })),
    ];
  });
  return streams(
    [
      { delta: { role: 'assistant', content: null } },
      ...pieces.map((piece) => ({ delta: { tool_calls: [piece] } })),
      { delta: {}, finish_reason: 'tool_calls' },
    ],
    { usage: USAGE },
  );
}

function wordsInPieces(text: string): Behaviour {
  const pieces = [...text].reduce<string[]>((kept, character, at) => {
    if (at % 12 === 0) kept.push('');
    kept[kept.length - 1] += character;
    return kept;
  }, []);
  return streams(
    [
      { delta: { role: 'assistant', content: '' } },
      ...pieces.map((content) => ({ delta: { content } })),
      { delta: {}, finish_reason: 'stop' },
    ],
    { usage: USAGE },
  );
}
