/** As much of a browser as a sign-in needs: cookies by host, and one step at a time. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** Goes to one address and stops there. */
  go(url: string): Promise<Response>;
  /** Goes on wherever it is led, up to the first address that `until` matches, which it does not open. */
  follow(url: string, until: RegExp): Promise<string>;
}

export function createBrowser(): Browser {
  const cookies = new Map<string, string>();
  const go = async (url: string): Promise<Response> => {
    const { host } = new URL(url);
    const sent = [...cookies].flatMap(([key, value]) => {
      const [at, name] = key.split(' ');
      return at === host ? [`${name}=${value}`] : [];
    });
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: sent.join('; ') } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(`${host} ${name}`);
      else cookies.set(`${host} ${name}`, value as string);
    }
    return response;
  };
  return {
    cookies,
    go,
    async follow(url, until) {
      let at = url;
      for (let step = 0; step < 10; step += 1) {
        if (until.test(at)) return at;
        const response = await go(at);
        const led = response.headers.get('location');
        if (led === null) throw new Error(`${response.status} at ${at}: ${await response.text()}`);
        at = new URL(led, at).href;
      }
      throw new Error(`led in circles: ${at}`);
    },
  };
}
