import { OpenAIEmbeddings } from '@langchain/openai';
import { boundedFetch } from './bounded-fetch.js';
import { ModelError, modelErrorOf } from './model-error.js';
import { OPENAI_URL } from './openai.js';

export interface EmbeddingOptions {
  /** Null: OpenAI's own. */
  readonly baseURL: string | null;
  readonly apiKey: string;
  readonly model: string;
  /** Send only if the model takes it; every vector must then have this length. */
  readonly dimensions?: number;
  readonly attemptMs?: number;
}

/** Texts to vectors of one length, in order. @throws ModelError */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** 16 texts of 4,096 dimensions in decimal digits are about 1.5 MB. */
const MAX_ANSWER_BYTES = 8_000_000;

/** Vectors from any OpenAI-compatible server (向量). */
export function openaiEmbeddings(options: EmbeddingOptions): Embed {
  const { apiKey, model, dimensions, attemptMs = 10_000 } = options;
  const baseURL = options.baseURL ?? OPENAI_URL;
  const client = new OpenAIEmbeddings({
    model,
    apiKey,
    // Unset asks for base64, and a server that ignores that gives empty vectors without an error.
    encodingFormat: 'float',
    ...(dimensions === undefined ? {} : { dimensions }),
    batchSize: 16,
    timeout: attemptMs,
    maxRetries: 1,
    configuration: {
      baseURL,
      logLevel: 'off',
      fetch: boundedFetch({
        baseURL,
        idleMs: attemptMs,
        maxBytes: MAX_ANSWER_BYTES,
        read: (body) => body,
      }),
    },
  });
  return async (texts) => {
    if (texts.length === 0) return [];
    const vectors = await client.embedDocuments([...texts]).catch((cause: unknown) => {
      throw modelErrorOf(cause, neverAborted);
    });
    return checked(vectors, texts.length, dimensions ?? vectors[0]?.length ?? 0);
  };
}

const neverAborted = new AbortController().signal;

function checked(vectors: number[][], count: number, length: number): number[][] {
  const sound = (vector: number[]): boolean =>
    Array.isArray(vector) && vector.length === length && vector.every(Number.isFinite);
  if (length === 0 || vectors.length !== count || !vectors.every(sound)) {
    throw new ModelError('malformed');
  }
  return vectors;
}
