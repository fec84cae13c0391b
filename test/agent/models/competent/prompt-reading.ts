import type { SeenMessage, SeenRequest } from '../scripted-openai.js';

/** What a model is shown of a turn, read off the request and nothing else. */
export interface SeenTurn {
  readonly marker: string;
  readonly today: string;
  /** The customer's words of this turn. */
  readonly words: string;
  readonly history: readonly {
    readonly role: 'customer' | 'assistant' | 'advisor';
    readonly text: string;
  }[];
  /** A marked section's lines by its name; missing: the prompt has no such section. */
  readonly section: (name: string) => string | null;
  /** Tool calls so far, each with what came back. */
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly tool: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The result without its fence, or the error. */
  readonly result: string;
}

const SPEAKERS = { 客户: 'customer', 我: 'assistant', 理财经理: 'advisor' } as const;
const LINE_OF_A_SPEAKER = /^(客户|我|理财经理)：/;

export function readPrompt({ messages }: SeenRequest): SeenTurn {
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const turn = messages.find(({ role }) => role === 'user')?.content ?? '';
  const marker = /<<<\S+ ([0-9a-f]{12})>>>/.exec(turn)?.[1] ?? '';
  const section = (name: string) => sectionIn(turn, name, marker);
  return {
    marker,
    today: /今天是 (\d{4}-\d{2}-\d{2})/.exec(system)?.[1] ?? '',
    words: section('客户这次说的话') ?? '',
    history: utterancesOf(section('此前的对话') ?? ''),
    section,
    rounds: roundsOf(messages, marker),
  };
}

function sectionIn(text: string, name: string, marker: string): string | null {
  const opening = `<<<${name} ${marker}>>>\n`;
  const from = text.indexOf(opening);
  if (from < 0) return null;
  const to = text.indexOf(`\n<<<完 ${marker}>>>`, from);
  return text.slice(from + opening.length, to);
}

/** One utterance may have several lines; a line that names no speaker goes on with the last. */
function utterancesOf(text: string): SeenTurn['history'] {
  const said: { role: SeenTurn['history'][number]['role']; text: string }[] = [];
  for (const line of text.split('\n')) {
    const speaker = LINE_OF_A_SPEAKER.exec(line)?.[1] as keyof typeof SPEAKERS | undefined;
    const last = said.at(-1);
    if (speaker) said.push({ role: SPEAKERS[speaker], text: line.slice(speaker.length + 1) });
    else if (last) last.text += `\n${line}`;
  }
  return said;
}

function roundsOf(messages: readonly SeenMessage[], marker: string): readonly Round[] {
  const asked = messages.flatMap(({ tool_calls: calls }) => calls ?? []);
  return messages
    .filter(({ role }) => role === 'tool')
    .map(({ tool_call_id: id, content }) => {
      const call = asked.find((one) => one.id === id);
      return {
        tool: call?.function.name ?? '',
        args: JSON.parse(call?.function.arguments ?? '{}') as Round['args'],
        result: sectionIn(content, '资料', marker) ?? content,
      };
    });
}
