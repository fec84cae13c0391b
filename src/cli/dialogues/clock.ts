/** A clock that runs ahead: people take time to read and to answer, which a run of dialogues need not. */
export interface PacedClock {
  readonly now: () => number;
  readonly pass: (seconds: number) => void;
}

export function createClock(): PacedClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass(seconds) {
      ahead += seconds * 1_000;
    },
  };
}
