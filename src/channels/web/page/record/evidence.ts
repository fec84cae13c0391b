/** One passage an answer stands on (依据). Dates are ISO days; null: not stated, or without end. */
export interface Evidence {
  readonly position: number;
  readonly title: string;
  readonly article: string | null;
  readonly issuer: string | null;
  readonly effective: string | null;
  readonly expires: string | null;
  readonly passage: string;
}

type Raw = Readonly<Record<string, unknown>>;
const asRaw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null ? (value as Raw) : {};
const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const asDay = (value: unknown): string | null => asText(value)?.slice(0, 10) ?? null;

/** Reads the claims of the schema.org Message entity, in the order of their numbers. */
export function readEvidence(entities: unknown): readonly Evidence[] {
  if (!Array.isArray(entities)) return [];
  const message = entities.map(asRaw).find((it) => it['type'] === 'https://schema.org/Message');
  const claims = message?.['citation'];
  if (!Array.isArray(claims)) return [];
  return claims
    .map((claim) => readClaim(asRaw(claim)))
    .filter((it) => it !== null)
    .sort((a, b) => a.position - b.position);
}

function readClaim(claim: Raw): Evidence | null {
  const appearance = asRaw(claim['appearance']);
  const ours = asRaw(appearance['shuzhi']);
  const title = asText(appearance['name']);
  const passage = asText(ours['passage']) ?? asText(appearance['text']);
  if (title === null || passage === null) return null;
  const article = asText(ours['article']);
  return {
    position: Number(claim['position']) || 0,
    // The title of a citation may already carry its article; the panel says it once.
    title,
    article: article !== null && title.includes(article) ? null : article,
    issuer: asText(ours['issuer']),
    effective: asDay(ours['effective']),
    expires: asDay(ours['expires']),
    passage,
  };
}
