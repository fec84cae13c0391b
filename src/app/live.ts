/** Whoever holds it reads what is in force at that moment, wherever it was handed on to. */
export function live<Values extends object>(now: () => Values): Values {
  const names = Object.keys(now()) as (keyof Values)[];
  const readers = names.map((name) => [name, { enumerable: true, get: () => now()[name] }]);
  return Object.defineProperties({}, Object.fromEntries(readers)) as Values;
}
