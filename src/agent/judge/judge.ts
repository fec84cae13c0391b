import { createHash } from 'node:crypto';
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { z } from 'zod';
import type { Instant } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';
import { openBudget } from '../models/budget.js';
import type { ChatModel, ToolSignature } from '../models/openai.js';
import { section, untrusted } from '../understand/llm-sections.js';
import type { Concern, JudgedLine, Judge, Suspicion } from './suspicion.js';
import { CONCERNS } from './suspicion.js';

export interface JudgeDeps {
  readonly model: ChatModel;
  readonly prompts: Pick<Wordings, 'get'>;
  readonly institution: string;
  readonly now: () => Instant;
}

const Report = z.strictObject({
  entry: z.int().describe('序号'),
  words: z.string().min(1).max(200).describe('逐字抄下的原话'),
  concern: z.enum(CONCERNS),
  why: z.string().max(200),
});

const REPORT: ToolSignature = {
  type: 'function',
  function: {
    name: 'report',
    description: '报告会话里一处可能的问题',
    parameters: z.toJSONSchema(Report),
  },
};

/** Of one conversation; nobody waits for it. */
const BUDGET_MS = 60_000;
const MOST_REPORTS = 6;
const LINE_CAP = 1_000;
/** The latest of a long talk, in characters. */
const TALK_CAP = 30_000;

const SPEAKERS: Readonly<Record<JudgedLine['speaker'], string>> = {
  customer: '客户',
  bot: '数智员工',
  advisor: '顾问',
};

/**
 * A large model as a second reader (复核): it is shown what was said and names places. What it reports
 * of anything but our own words is dropped.
 *
 * @throws ModelError
 */
export function judgeWithModel({ model, prompts, institution, now }: JudgeDeps): Judge {
  return async (lines) => {
    const talk = talkOf(lines);
    const marker = createHash('sha256').update(talk).digest('hex').slice(0, 12);
    const system = prompts.get('llm.judge').render({ institution, marker });
    const budget = openBudget(new AbortController().signal, BUDGET_MS, now);
    try {
      const answer = await model.ask(
        {
          messages: [new SystemMessage(system), new HumanMessage(section('会话', talk, marker))],
          tools: [REPORT],
          mayCall: true,
        },
        budget,
      );
      const reports = answer.calls.flatMap(({ name, args }) => {
        const report = Report.safeParse(args);
        return name === 'report' && report.success ? [report.data] : [];
      });
      return reports.slice(0, MOST_REPORTS).flatMap((report) => placed(lines, report));
    } finally {
      budget.close();
    }
  };
}

function talkOf(lines: readonly JudgedLine[]): string {
  const shown = lines.map(
    ({ seq, speaker, text }) => `${seq} ${SPEAKERS[speaker]}：${untrusted(text, LINE_CAP)}`,
  );
  return shown.join('\n').slice(-TALK_CAP);
}

/** Where the reported words stand, letter for letter; a place that is not there is no report. */
function placed(
  lines: readonly JudgedLine[],
  { entry, words, concern }: { entry: number; words: string; concern: Concern },
): readonly Suspicion[] {
  const line = lines.find(({ seq }) => seq === entry);
  const start = line && line.speaker !== 'customer' ? line.text.indexOf(words) : -1;
  return start < 0 ? [] : [{ seq: entry, start, end: start + words.length, concern }];
}
