/** The causes of one failure that are worth a line; deeper ones repeat each other. */
const CAUSES = 4;

/** What a person reads when the service or a command cannot go on: one line, with the cause. */
export function startFailure(error: unknown): string {
  const messages = chainOf(error, CAUSES);
  const said = messages.filter((text, index) => !messages.slice(0, index).some(has(text)));
  return said.join(': ').replaceAll(/\s*\n\s*/g, ' ');
}

const has =
  (text: string) =>
  (earlier: string): boolean =>
    earlier.includes(text);

function chainOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return ['the port is already in use (set PORT)'];
  }
  // A name with two addresses fails twice, in an AggregateError that itself says nothing.
  const below: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  const rest = below === undefined || depth === 1 ? [] : chainOf(below, depth - 1);
  const own = error.message || (rest.length > 0 ? '' : error.name);
  return own === '' ? rest : [own, ...rest];
}
