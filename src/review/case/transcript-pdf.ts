import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { AiLabel, TranscriptRow } from './transcript.js';
import { labelOf } from './transcript.js';

/** 会话记录 as a page to print (ISO 32000), with its font in it: it reads the same on every machine. */

/** The package exports no path into its folder but that of its code. */
const FONT = fileURLToPath(
  new URL('../fonts/NotoSansHans-Regular.otf', import.meta.resolve('@embedpdf/fonts-sc')),
);
const MARGIN = 48;
const SIZES = { title: 15, body: 10, small: 8.5 } as const;
const GREY = '#555555';
const BLACK = '#111111';

export async function transcriptPdf(
  rows: readonly TranscriptRow[],
  label: AiLabel,
): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'zh-CN',
    tagged: true,
    info: infoOf(label),
  });
  const chunks: Buffer[] = [];
  const written = new Promise<void>((resolve, reject) => {
    page.on('data', (chunk: Buffer) => void chunks.push(chunk));
    page.on('end', resolve);
    page.on('error', reject);
  });
  page.registerFont('body', FONT).font('body');
  const readable = readableIn(page);
  const write = (size: keyof typeof SIZES, colour: string, text: string) =>
    page.fontSize(SIZES[size]).fillColor(colour).text(readable(text));
  write('title', BLACK, `会话记录 ${label.conversation}`);
  write('small', GREY, aboutOf(label));
  for (const row of rows) {
    page.moveDown(0.6);
    write('small', GREY, headOf(row));
    if (row.text !== '') write('body', BLACK, row.text);
  }
  page.end();
  await written;
  return Buffer.concat(chunks);
}

/** Every key of the information dictionary that is no standard one is kept as it is (ISO 32000-1 §14.3.3). */
const infoOf = (label: AiLabel): PDFKit.DocumentInfo & { readonly AIGC: string } => ({
  Title: `会话记录 ${label.conversation}`,
  AIGC: labelOf(label),
});

const aboutOf = ({ producer }: AiLabel): string =>
  `${producer}。标有「AI 生成」的内容由人工智能生成。时间为北京时间。` +
  '字库里没有的字（如表情）写成它的编码，如 [U+1F600]。';

const headOf = ({ seq, time, who, what, isAi }: TranscriptRow): string =>
  [`${seq}`, time, who, what, isAi ? 'AI 生成' : ''].filter((part) => part !== '').join('　');

interface GlyphFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Nothing that was said is left out because the font has no picture of it. */
function readableIn(page: PDFKit.PDFDocument): (text: string) => string {
  const { font } = (page as unknown as { readonly _font: { readonly font: GlyphFont } })._font;
  return (text) =>
    Array.from(text, (sign) => {
      const code = sign.codePointAt(0)!;
      const isShown = sign === '\n' || font.hasGlyphForCodePoint(code);
      return isShown ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    }).join('');
}
