import type { Answer } from '../../api/client.js';

export type Portrait = Answer<'get', '/desk/customers/{id}'>;
export type Dealings = Answer<'get', '/desk/customers/{id}/dealings'>;
export type SaidBefore = Dealings['needs'][number]['said'][number];
