import { readFileSync } from 'node:fs';
import type { Institution } from '../terms/institution.js';
import { parseInstitution } from '../terms/institution.js';
import { CommandFailure } from './command.js';

/** What INSTITUTION_FILE says, for the commands that need no service; null where it is not set. */
export function institutionOf(file: string | undefined): Institution | null {
  if (file === undefined || file === '') return null;
  const institution = parseInstitution(readFileSync(file, 'utf8'));
  if (typeof institution === 'string') throw new CommandFailure(`INSTITUTION_FILE: ${institution}`);
  return institution;
}
