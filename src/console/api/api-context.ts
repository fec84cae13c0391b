import { createContext, useContext } from 'react';
import type { Call } from './client.js';

export const ApiContext = createContext<Call>(() => {
  throw new Error('nobody is signed in');
});

export const useApi = (): Call => useContext(ApiContext);
