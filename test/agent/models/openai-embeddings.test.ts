import { afterEach, describe, expect, it } from '@jest/globals';
import { openaiEmbeddings } from '../../../src/agent/models/openai-embeddings.js';
import type { Script, ScriptedOpenai } from './scripted-openai.js';
import { embeds, fails, inOrder, startScriptedOpenai } from './scripted-openai.js';

let server: ScriptedOpenai | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function embedder(script: Script, dimensions?: number) {
  server = await startScriptedOpenai(script);
  const { baseURL } = server;
  return openaiEmbeddings({
    baseURL,
    apiKey: 'not-a-real-key',
    model: 'scripted',
    ...(dimensions && { dimensions }),
  });
}

describe('embeddings from an OpenAI-compatible server', () => {
  it('asks for floats and keeps the order over several batches', async () => {
    const embed = await embedder(inOrder(embeds((text) => [Number(text), 1, 0])));
    const texts = Array.from({ length: 40 }, (_, n) => String(n));
    const vectors = await embed(texts);
    expect(vectors.map(([first]) => first)).toEqual(texts.map(Number));
    expect(server?.requests).toHaveLength(3);
    expect(server?.requests.every((asked) => asked.encoding_format === 'float')).toBe(true);
    expect(server?.requests[0]?.raw).not.toContain('dimensions');
  });

  it('asks nothing for no texts', async () => {
    const embed = await embedder(inOrder(fails(500)));
    expect(await embed([])).toEqual([]);
    expect(server?.requests).toHaveLength(0);
  });

  it.each([
    ['empty vectors', embeds(() => []), undefined],
    ['base64 instead of numbers', embeds(() => 'AACAPwAAAAA='), undefined],
    ['another length than asked for', embeds(() => [1, 2, 3]), 4],
    ['vectors of different lengths', embeds((text) => (text === 'a' ? [1] : [1, 2])), undefined],
  ])('refuses %s', async (_, behaviour, dimensions) => {
    const embed = await embedder(inOrder(behaviour), dimensions);
    await expect(embed(['a', 'b'])).rejects.toMatchObject({ reason: 'malformed' });
  });

  it('names a failing server', async () => {
    const embed = await embedder(inOrder(fails(401)));
    await expect(embed(['a'])).rejects.toMatchObject({ reason: 'misconfigured' });
  });
});
