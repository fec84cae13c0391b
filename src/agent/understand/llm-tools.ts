import { z } from 'zod';
import type { ToolName } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { ToolSignature } from '../models/openai.js';
import {
  ACCOUNT_SIDES,
  EMERGENCIES,
  HUMAN_REASONS,
  PRODUCT_ASPECTS,
  REFUSED_SUBJECTS,
  SOCIAL_ACTS,
} from '../../terms/command.js';
import type { ProductNames } from './product-names.js';
import { untrusted } from './llm-sections.js';
import { buyerIn } from './suitability-words.js';

/** What a read call needs besides its arguments: names are the customer's, codes are the shelf's. */
export interface Surroundings {
  readonly names: Pick<ProductNames, 'find'>;
  /** Product names by code. */
  readonly labels: ReadonlyMap<string, string>;
  /** The customer's words of this turn. */
  readonly words: string;
}

/**
 * What an LLM may call. A `read` tool runs through the turn's journal and its result goes back to
 * the model; a `command` tool runs nothing: the call itself is what was understood.
 * No schema has a customer in it: whose data a tool sees is bound by the turn.
 */
export type ModelTool =
  | {
      readonly kind: 'read';
      readonly name: ToolName;
      readonly about: string;
      readonly args: Args;
      /** The journal's call, or what to tell the model where a name fits no one product. */
      readonly call: (args: JsonObject, around: Surroundings) => JsonObject | string;
    }
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly about: string;
      readonly args: Args;
      /** `args` have passed the schema. */
      readonly command: (args: JsonObject) => Command;
    };

type Args = z.ZodType<JsonObject>;

const aspect = z.enum(PRODUCT_ASPECTS);
const query = z.string().trim().min(2).max(200);
const product = z.string().trim().min(1).max(40);
/** What a customer will see on a button: plain words only, no links, no markup. */
const plainWords = /^[\p{Script=Han}A-Za-z0-9 ？，、·（）《》「」+-]+$/u;
const option = z.strictObject({
  label: z.string().trim().min(2).max(16).regex(plainWords),
  say: z.string().trim().min(2).max(40).regex(plainWords),
});

/** Reading, fetching a person, and everything that needs no reading. */
export const modelTools: readonly ModelTool[] = [
  {
    kind: 'read',
    name: 'search_knowledge',
    about: '在知识库里查条文、规则、常见问题。query 写成完整的一句问题，不要省略主语。',
    args: z.strictObject({ query }),
    call: (args) => args,
  },
  {
    kind: 'read',
    name: 'get_product',
    about:
      '查一只产品的资料。name_or_code 用客户说的名字或代码；aspects 写客户关心的方面；question 写客户想知道的，客户省略了的补全。',
    args: z.strictObject({
      name_or_code: product,
      aspects: z.array(aspect).max(4).optional(),
      question: query.optional(),
    }),
    call: ({ name_or_code, question }, around) =>
      withCodes(around, [name_or_code], ([code]) => ({ code, query: question ?? around.words })),
  },
  {
    kind: 'read',
    name: 'check_suitability',
    about:
      '客户问自己能不能买、适不适合某一只产品，或说想买、坚持要买时用。结论由规则给出，你不能改，也不能自己下结论。',
    args: z.strictObject({ name_or_code: product }),
    call: ({ name_or_code }, around) =>
      withCodes(around, [name_or_code ?? ''], ([code]) => ({
        code,
        query: around.words,
        buyer: buyerIn(around.words) ?? 'self',
      })),
  },
  {
    kind: 'read',
    name: 'compare_products',
    about: '把两到三只产品放在一起看，客户要比较时用。aspects 写比哪方面，比如只比费用。',
    args: z.strictObject({
      names_or_codes: z.array(product).min(2).max(3),
      aspects: z.array(aspect).max(4).optional(),
    }),
    call: ({ names_or_codes }, around) =>
      withCodes(around, names_or_codes as Json[], (codes) => ({ codes })),
  },
  {
    kind: 'read',
    name: 'list_products',
    about:
      '按条件列出货架上的产品，客户问有哪些产品时用。query 写客户说的条件；客户要看后面的，query 照旧，skip 写已看过几只。',
    args: z.strictObject({ query, skip: z.number().int().min(0).max(1_000).optional() }),
    call: ({ query: wanted = '', skip = 0 }) => ({ query: wanted, skip }),
  },
  command('request_human', '客户要找人工、投诉、情绪很差、约回电，或我刚提议请人、客户说好。', {
    reason: z.enum(HUMAN_REASONS).exclude(['class_change', 'suitability']),
  }),
  command('cancel_human', '客户不要人工了，或不要约好的回电了。', {}),
  command('foreign_product', '客户问的产品货架上没有，是别家的或冒名的。先查过再用。', {}),
  command(
    'refuse',
    '客户要的是我们不能给的：预测行情、承诺收益、内幕、代客决定、密码、他人信息、替他挑产品。',
    {
      subject: z.enum(REFUSED_SUBJECTS),
    },
  ),
  command(
    'start_flow',
    '客户要办一件要说好几轮的事：need 想规划一笔钱，complaint 投诉，privacy 行使个人信息权利（查看、改正、删除、停止营销、关闭个性化、要解释），assessment 现在就做风险测评。',
    { flow: z.enum(['need', 'complaint', 'privacy', 'assessment']) },
  ),
  command('cancel_flow', '客户不想继续正在办的事。', {}),
  command(
    'clarify',
    '听不准客户指什么。给两到四个选项，say 是客户点了之后等于说的话；完全听不懂就给空的。',
    {
      options: z
        .array(option)
        .max(4)
        .refine(({ length }) => length !== 1),
    },
  ),
  command(
    'social',
    '打招呼、道谢、告别、问你是谁、问你会什么、夸奖；只是应一声写 noted，嫌话长写 simpler。',
    {
      act: z.enum(SOCIAL_ACTS),
    },
  ),
  command(
    'own_account',
    '客户问自己的持仓、收益、订单。query 写他想知道什么；问持有什么、值多少写 holdings，问赚亏、涨跌、为什么亏写 profit；问赎回、申购到哪一步、钱到没到写 orders，分红到了没写 dividends，定投扣了没写 plan，一共投进多少写 paid_in，什么时候买卖、买过几次写 trades；别的不写 about。',
    { query, about: z.enum(ACCOUNT_SIDES).optional() },
  ),
  command('my_profile', '客户问自己的风险等级、测评结果、测评过期没有。', {}),
  command('out_of_scope', '与理财、基金、保险、存款和相关规则都无关的话题。', {}),
  command('emergency', '客户正在被骗转账，或说到轻生。', { kind: z.enum(EMERGENCIES) }),
];

function withCodes(
  { names, labels }: Surroundings,
  wanted: readonly (Json | undefined)[],
  make: (codes: readonly string[]) => JsonObject,
): JsonObject | string {
  const found = wanted.map((name) => names.find(String(name))[0]?.codes ?? []);
  const unclear = found.find((codes) => codes.length !== 1);
  if (!unclear) return make(found.flat());
  const inFull = (code: string) => `${code} ${untrusted(labels.get(code) ?? '', 60)}`.trim();
  return unclear.length === 0
    ? '货架上没有叫这个名字的产品。是别家的就用 foreign_product；也可以用 list_products 看有哪些。'
    : `这个名字对应几只产品：${unclear.slice(0, 4).map(inFull).join('、')}。用代码再查，或用 clarify 请客户选。`;
}

function command(name: Command['do'], about: string, shape: z.ZodRawShape): ModelTool {
  return {
    kind: 'command',
    name,
    about,
    args: z.strictObject(shape) as unknown as Args,
    // The argument names are the command's own fields, and the closed schema has checked them.
    command: (args) => ({ do: name, ...args }) as unknown as Command,
  };
}

export const signatureOf = (tool: ModelTool): ToolSignature => ({
  type: 'function',
  function: {
    name: tool.name,
    description: tool.about,
    parameters: jsonSchemaOf(tool.args),
  },
});

/** Without `$schema`, which some servers refuse. */
function jsonSchemaOf(args: Args): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(args) as Record<string, unknown>;
  return schema;
}
