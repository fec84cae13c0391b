import type { Settled, TurnContext } from '../../conversation/agent.js';
import { isImage } from '../../terms/attachment.js';

/** What came, in a word: 「图片」 only where all of it is. */
export function filesIn({ messages }: TurnContext): { readonly files: string } {
  const all = messages.flatMap(({ attachments }) => attachments);
  return { files: all.every(isImage) ? '图片' : '文件' };
}

/** A file by itself needs more words than one beside something that was answered. */
export const filesWording = (all: readonly Settled[]): string =>
  all.some(({ step }) => step.say !== 'files_kept') ? 'files_beside' : 'files_kept';
