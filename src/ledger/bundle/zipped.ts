import { zipWriter } from './zip-writer.js';

/** A whole ZIP in memory, its files in the order of the map. */
export async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const zip = zipWriter((bytes) => void chunks.push(bytes));
  for (const [name, content] of files) await zip.add(name, content);
  await zip.end();
  return Buffer.concat(chunks);
}
