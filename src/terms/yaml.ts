import { parse } from 'yaml';

/** What a file's YAML says; throws an Error in one line that names the file. */
export function yamlIn(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`${file}: is no YAML: ${(cause as Error).message.split('\n')[0]}`, { cause });
  }
}
