import { productNames } from '../../src/agent/understand/product-names.js';
import { publicProducts } from '../../src/profiles/kyp.js';
import { competentModel } from '../agent/models/competent/competent-model.js';
import type { Script, ScriptedOpenai } from '../agent/models/scripted-openai.js';
import { startScriptedOpenai } from '../agent/models/scripted-openai.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';

/** The service with a competent model behind the real wire. */
export interface ServedByModel {
  readonly running: RunningApp;
  readonly server: ScriptedOpenai;
  /** Turns the embedded model took over, by why. */
  fallbacks(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** @param spoil what the server does with a request instead, such as failing now and then */
export async function serveByModel(
  spoil: (competent: Script) => Script = (competent) => competent,
): Promise<ServedByModel> {
  // A service of its own lends the scripted model its understanding of Chinese: it shares nothing.
  const mind = await runApp();
  const { agent, store } = mind.app;
  const names = async () => productNames(await publicProducts(store));
  const competent = competentModel({ understand: agent.understand, names });
  const server = await startScriptedOpenai(spoil(competent));
  const running = await runApp({
    OPENAI_BASE_URL: server.baseURL,
    OPENAI_MODEL: 'scripted',
    OPENAI_PRICE_INPUT: '2',
    OPENAI_PRICE_OUTPUT: '8',
  });
  return {
    running,
    server,
    fallbacks: () => fallbacksOf(running),
    async stop() {
      await running.stop();
      await server.close();
      await mind.stop();
    },
  };
}

/** As an operator sees it. */
async function fallbacksOf({ url }: RunningApp): Promise<Readonly<Record<string, number>>> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lines = metrics.matchAll(/^shuzhi_model_fallbacks_total\{reason="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, reason, count]) => [reason, Number(count)]));
}
