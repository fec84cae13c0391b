// A side of the comparison is a process of its own, so that neither pays for the other's memory.
// The parent asks by IPC: `{ ask, given }` → `{ result }` or `{ failure }`.

/** In the child: answers what the parent asks with the functions of `answers`. */
export function serveSide(answers) {
  process.on('message', ({ ask, given }) => {
    Promise.resolve()
      .then(() => answers[ask](given))
      .then(
        (result) => process.send({ result: result ?? null }),
        (error) => process.send({ failure: error.stack ?? String(error) }),
      );
  });
  process.send({ result: 'ready' });
}

/**
 * Runs `atOnce` loops over conversations of `turns` turns each and times them all together.
 * `begin()` opens a conversation, untimed; what it returns says one line and resolves with the reply.
 *
 * @returns {{turns: number, wallMs: number, cpuMs: number}} CPU of all threads of the process
 */
export async function timeTalk({ atOnce, conversations, turns }, questions, begin) {
  const waiting = await Promise.all(Array.from({ length: conversations }, begin));
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const loop = async () => {
    for (let say = waiting.pop(); say; say = waiting.pop()) {
      for (let n = 0; n < turns; n += 1) await say(questions[n % questions.length]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  const { user, system } = process.cpuUsage(cpu);
  return {
    turns: conversations * turns,
    wallMs: performance.now() - wall,
    cpuMs: (user + system) / 1_000,
  };
}
