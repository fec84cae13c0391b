import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botframework-directlinejs';
import type { RunningApp } from '../../running-app.js';
import { generateToken, runApp } from '../../running-app.js';
import { postgresServer, withDatabase } from '../../store/databases.js';
import { files } from '../sample-files.js';
import { FetchedRequest } from './fetched-requests.js';
import { isReply, talkWith } from './real-client.js';

interface Shown {
  readonly id: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { name: string; contentType: string; contentUrl: string }[];
  readonly channelData?: Record<string, unknown>;
}

const stores = [
  ['SQLite', async () => ({ env: {}, drop: async () => undefined })] as const,
  ...(postgresServer
    ? [
        [
          'PostgreSQL',
          async () => {
            const { url, drop } = await withDatabase(postgresServer!);
            return { env: { DATABASE_URL: url }, drop };
          },
        ] as const,
      ]
    : []),
];

describe.each(stores)('a file sent over Direct Line, kept in %s', (_, open) => {
  let running: RunningApp;
  let drop: () => Promise<unknown>;

  beforeAll(async () => {
    const database = await open();
    drop = database.drop;
    running = await runApp({
      ...database.env,
      LIMITS_UPLOAD_BYTES: '100000',
      LIMITS_UPLOAD_FILES: '3',
    });
  });

  afterAll(async () => {
    await running.stop();
    await drop();
  });

  const started = async (user?: string) => {
    const { token, conversationId } = await generateToken(running.url, user);
    const headers = { authorization: `Bearer ${token}` };
    const base = `${running.url}/v3/directline/conversations/${conversationId}`;
    await fetch(`${running.url}/v3/directline/conversations`, { method: 'POST', headers });
    const shown = async (): Promise<readonly Shown[]> => {
      const answer = await fetch(`${base}/activities`, { headers });
      return ((await answer.json()) as { activities: readonly Shown[] }).activities;
    };
    return {
      conversationId,
      headers,
      base,
      shown,
      upload: (body: BodyInit, more: Record<string, string> = {}, query = '?userId=dl_x') =>
        fetch(`${base}/upload${query}`, { method: 'POST', headers: { ...headers, ...more }, body }),
      /** What the digital employee said last, once nothing waits for it. */
      async reply(): Promise<Shown> {
        await running.app.turns.idle();
        return (await shown()).findLast(({ replyToId }) => replyToId !== undefined)!;
      },
    };
  };

  const rows = async () =>
    (await running.app.store.db.selectFrom('attachment').select('id').execute()).length;

  const file = (content: Uint8Array<ArrayBuffer>, type = 'image/png') =>
    new Blob([content], { type });

  const activity = (content: object) =>
    new Blob([JSON.stringify({ type: 'message', ...content })], {
      type: 'application/vnd.microsoft.activity',
    });

  const form = (...parts: readonly (readonly [string, Blob, string?])[]) => {
    const whole = new FormData();
    for (const [name, blob, fileName] of parts) whole.append(name, blob, fileName ?? 'blob');
    return whole;
  };

  it('comes back from the stream with an address that gives the same bytes, to be saved', async () => {
    const talk = await started('dl_C1003');
    const sent = await talk.upload(form(['file', file(files.png), '账单.png']));
    const { id } = (await sent.json()) as { id: string };
    const echo = (await talk.shown()).find((one) => one.id === id);
    const [attachment] = echo?.attachments ?? [];
    expect(attachment).toMatchObject({ name: '账单.png', contentType: 'image/png' });
    expect(attachment!.contentUrl.startsWith(`${talk.base}/attachments/`)).toBe(true);
    const answer = await fetch(attachment!.contentUrl, { headers: talk.headers });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(files.png);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''/),
      'cache-control': 'private, no-store',
    });
  });

  it('is answered honestly: kept, not read, and a person is offered', async () => {
    const talk = await started('dl_C1003');
    const sent = await talk.upload(form(['file', file(files.png), 'a.png']));
    expect(await talk.reply()).toMatchObject({
      replyToId: ((await sent.json()) as { id: string }).id,
      text: expect.stringMatching(/图片收到了.*(看不了|看不到)/),
      suggestedActions: { actions: [expect.objectContaining({ value: '转人工' })] },
    });
  });

  it('beside a question leaves the question its answer', async () => {
    const talk = await started('dl_C1003');
    await talk.upload(
      form(
        ['activity', activity({ text: '存款保险最多赔多少' })],
        ['file', file(files.png), 'a.png'],
      ),
    );
    expect((await talk.reply()).text).toMatch(/50 万元[\s\S]*看不了/);
  });

  it('finds its place by name, whatever order the parts come in', async () => {
    const talk = await started();
    const attachments = [{ name: 'b.png', contentType: 'image/png' }, { name: 'a.pdf' }];
    await talk.upload(
      form(
        ['file', file(files.pdf, 'application/pdf'), 'a.pdf'],
        ['activity', activity({ attachments, channelData: { clientActivityID: 'c1' } })],
        ['file', file(files.png), 'b.png'],
      ),
    );
    const echo = (await talk.shown()).find(({ attachments: some }) => some);
    expect(echo?.attachments?.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['b.png', 'image/png'],
      ['a.pdf', 'application/pdf'],
    ]);
    expect(echo?.channelData?.['clientActivityID']).toBe('c1');
  });

  it('sent again in other parts is the same message', async () => {
    const talk = await started();
    const attachments = [{ name: 'a.png' }, { name: 'b.png' }];
    const given = activity({ attachments, channelData: { clientActivityID: 'again' } });
    const [a, b] = [file(files.png), file(files.gif)];
    const ids = [];
    for (const parts of [
      [['file', a, 'a.png'] as const, ['file', b, 'b.png'] as const],
      [['file', b, 'b.png'] as const, ['file', a, 'a.png'] as const],
    ]) {
      const sent = await talk.upload(form(['activity', given], ...parts));
      ids.push(((await sent.json()) as { id: string }).id);
    }
    expect(ids[0]).toBe(ids[1]);
  });

  it('of a name another has too is kept beside it', async () => {
    const talk = await started();
    const attachments = [{ name: 'a.png' }, { name: 'a.png' }];
    const sent = await talk.upload(
      form(
        ['activity', activity({ attachments })],
        ['file', file(files.png), 'a.png'],
        ['file', file(files.gif), 'a.png'],
      ),
    );
    expect(sent.status).toBe(200);
    const echo = (await talk.shown()).find(({ attachments: some }) => some);
    expect(new Set(echo?.attachments?.map(({ contentUrl }) => contentUrl)).size).toBe(2);
  });

  it('may be the whole body, and its name may stand in a header', async () => {
    const talk = await started();
    const sent = await talk.upload(files.png, {
      'content-type': 'image/png',
      'content-disposition': `name="file"; filename*=utf-8''${encodeURIComponent('账单.png')}`,
    });
    expect(sent.status).toBe(200);
    const echo = (await talk.shown()).find(({ attachments }) => attachments);
    expect(echo?.attachments?.[0]?.name).toBe('账单.png');
  });

  it('is taken from clients that write their headers without quotes', async () => {
    const talk = await started();
    const body = Buffer.concat([
      Buffer.from(
        '--x\r\nContent-Type: image/png\r\n' +
          "Content-Disposition: form-data; name=file; filename=a.png; filename*=utf-8''a.png\r\n\r\n",
      ),
      files.png,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const sent = await talk.upload(body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(sent.status).toBe(200);
  });

  it('loses an identity number from its name before anything is written', async () => {
    const talk = await started();
    await talk.upload(form(['file', file(files.jpeg), '身份证11010519491231002X.jpg']));
    expect(JSON.stringify(await talk.shown())).not.toContain('11010519491231002');
    const kept = await running.app.store.db.selectFrom('event').select('body').execute();
    const inbox = await running.app.store.db.selectFrom('inbox').select('body').execute();
    expect(JSON.stringify([kept, inbox])).not.toContain('11010519491231002');
  });

  it('is what its bytes are, whatever it calls itself', async () => {
    const talk = await started();
    await talk.upload(form(['file', file(files.png, 'text/html'), 'a.html']));
    const echo = (await talk.shown()).find(({ attachments }) => attachments);
    expect(echo?.attachments?.[0]).toMatchObject({ name: 'a.html.png', contentType: 'image/png' });
  });

  it('opens with the token of its conversation alone', async () => {
    const [mine, other] = [await started('dl_C1003'), await started('dl_C1004')];
    await mine.upload(form(['file', file(files.png), 'a.png']));
    const echo = (await mine.shown()).find(({ attachments }) => attachments);
    const url = echo!.attachments![0]!.contentUrl;
    const elsewhere = url.replace(mine.conversationId, other.conversationId);
    const get = async (address: string, headers: Record<string, string> = {}) =>
      (await fetch(address, { headers })).status;
    expect(await get(url)).toBe(401);
    expect(await get(url, other.headers)).toBe(404);
    expect(await get(elsewhere, other.headers)).toBe(404);
    expect(await get(`${mine.base}/attachments/..%2f..%2fsecrets`, mine.headers)).toBe(404);
  });

  it.each([
    [
      'of a kind we do not keep',
      415,
      [['file', file(Buffer.from('<svg/>'), 'image/png'), 'a.png']],
    ],
    ['that is empty', 415, [['file', file(Buffer.alloc(0)), 'a.png']]],
    [
      'that is too large',
      413,
      [['file', file(Buffer.concat([files.png, Buffer.alloc(100_000)])), 'a']],
    ],
    ['that is one too many', 400, ['a', 'b', 'c', 'd'].map((n) => ['file', file(files.png), n])],
    ['that never comes', 400, [['activity', activity({ text: '看看' })]]],
    [
      'that the activity does not name rightly',
      400,
      [
        ['activity', activity({ attachments: [{ name: 'b.png' }] })],
        ['file', file(files.png), 'a'],
      ],
    ],
    [
      'with no message',
      400,
      [
        ['activity', activity({ type: 'event' })],
        ['file', file(files.png), 'a'],
      ],
    ],
    [
      'with broken words',
      400,
      [
        ['activity', new Blob(['{'])],
        ['file', file(files.png), 'a'],
      ],
    ],
  ])('%s is refused with %i, and nothing of it is kept', async (_case, status, parts) => {
    const talk = await started();
    const before = await rows();
    const sent = await talk.upload(form(...(parts as [string, Blob, string][])));
    expect(sent.status).toBe(status);
    expect(await sent.json()).toMatchObject({ error: { code: expect.any(String) } });
    expect(await rows()).toBe(before);
    expect((await talk.shown()).filter(({ attachments }) => attachments)).toEqual([]);
  });

  it('without its sender, its conversation or a form that can be read is refused', async () => {
    const [talk, other] = [await started(), await started()];
    const body = form(['file', file(files.png), 'a.png']);
    expect((await talk.upload(body, {}, '')).status).toBe(400);
    expect((await talk.upload(body, { authorization: 'Bearer x' })).status).toBe(403);
    expect((await talk.upload(body, { authorization: other.headers.authorization })).status).toBe(
      404,
    );
    const torn = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await talk.upload('--x\r\nContent-Disp', torn)).status).toBe(400);
    expect((await talk.upload('--x--', { 'content-type': 'multipart/form-data' })).status).toBe(
      400,
    );
  });

  it('larger than anything we take is refused before it is read', async () => {
    const talk = await started();
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${talk.base}/upload?userId=x`, {
        method: 'POST',
        headers: { ...talk.headers, 'content-type': 'image/png', 'content-length': '1000000000' },
      });
      sending.on('response', ({ statusCode }) => {
        resolve(statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      sending.write(files.png);
    });
    expect(status).toBe(413);
  });

  it.each(['multipart/form-data; boundary=x', 'image/png'])(
    'that breaks off midway as %s leaves nothing, and the next one is taken',
    async (type) => {
      const talk = await started();
      const before = await rows();
      await new Promise<void>((resolve) => {
        const sending = request(`${talk.base}/upload?userId=x`, {
          method: 'POST',
          headers: { ...talk.headers, 'content-type': type, 'content-length': '5000' },
        });
        sending.on('error', () => resolve());
        sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
        sending.write(files.png, () => sending.destroy());
        sending.on('close', () => resolve());
      });
      const sent = await talk.upload(form(['file', file(files.png), 'a.png']));
      expect(sent.status).toBe(200);
      expect(await rows()).toBe(before + 1);
    },
  );

  it('goes through the real client, and comes back to it', async () => {
    Object.assign(globalThis, { XMLHttpRequest: FetchedRequest });
    const { token } = await generateToken(running.url, 'dl_C1003');
    const talk = talkWith(running.url, { token, webSocket: true });
    await talk.until(({ type }) => type === 'message');
    const contentUrl = URL.createObjectURL(file(files.png));
    const attachment = { contentType: 'image/png', contentUrl, name: '账单.png' };
    const message = {
      type: 'message',
      from: { id: 'dl_C1003' },
      attachments: [attachment, attachment],
    } as unknown as Activity;
    const id = await new Promise((resolve, reject) => {
      talk.client.postActivity(message).subscribe({ next: resolve, error: reject });
    });
    const echo = await talk.until((one) => one.id === id);
    expect(echo).toMatchObject({
      attachments: [{ name: '账单.png' }, { name: expect.stringMatching(/^账单.+\.png$/) }],
    });
    expect(await talk.until(isReply)).toMatchObject({ replyToId: id });
    talk.end();
  });
});

describe('a visitor of the public page', () => {
  it('may send so many messages with files a day', async () => {
    const running = await runApp({ LIMITS_UPLOADS_PER_DAY: '2' });
    const session = await fetch(`${running.url}/web/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { token, conversationId } = (await session.json()) as {
      token: string;
      conversationId: string;
    };
    const headers = { authorization: `Bearer ${token}` };
    const base = `${running.url}/v3/directline/conversations`;
    await fetch(base, { method: 'POST', headers });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) {
      const sent = await fetch(`${base}/${conversationId}/upload?userId=x`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'image/png' },
        body: files.png,
      });
      statuses.push(sent.status);
    }
    await running.stop();
    expect(statuses).toEqual([200, 200, 429]);
  });
});
