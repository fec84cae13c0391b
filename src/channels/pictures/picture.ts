import { z } from 'zod';

/** Ratio of a whole: 0.45 is 45 %. */
const Share = z.number().min(0).max(1);
const Label = z.string().min(1).max(40);

/** 配置环形图: parts of a mix; `asset` is its class, which gives it its colour. */
const Mix = z.strictObject({
  kind: z.literal('mix'),
  /** Two short lines in the middle. */
  centre: z.tuple([Label, Label]),
  slices: z
    .array(z.tuple([z.string().max(40), Label, Share]))
    .min(1)
    .max(12),
});

/** 目标测算: value of the money month by month in yuan, in a bad, a middle and a good course of things. */
const Outlook = z.strictObject({
  kind: z.literal('outlook'),
  target: z.number(),
  /** Month, then the 5th, 15th, 50th, 85th and 95th of a hundred. */
  steps: z
    .array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]))
    .min(2)
    .max(40),
});

/** A mix in the past: how far it fell at most and what it gave a year; ratios, the fall positive. */
const Past = z.tuple([Label, Share, z.number()]);

/** 风险与收益: the mixes of the risk classes, and the customer's own point among them. */
const RiskReturn = z.strictObject({
  kind: z.literal('risk_return'),
  classes: z.array(Past).max(5),
  own: Past,
});

/** 持仓对比目标: each class now, its target and the range that is left alone; ratios of the whole. */
const AgainstTarget = z.strictObject({
  kind: z.literal('against_target'),
  rows: z
    .array(z.strictObject({ label: Label, now: Share, target: Share, low: Share, high: Share }))
    .min(1)
    .max(8),
});

/** What a picture shows and nothing more: figures and a few words, no name and no account. */
export const Picture = z.discriminatedUnion('kind', [Mix, Outlook, RiskReturn, AgainstTarget]);

export type Picture = z.infer<typeof Picture>;
export type PictureOf<Kind extends Picture['kind']> = Extract<Picture, { kind: Kind }>;

/** Where a channel's client finds a picture: an absolute address, which a card can hold. */
export type PictureUrl = (picture: Picture) => string;
