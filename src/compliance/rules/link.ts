import { findingAt } from '../rule.js';
import type { Rule } from '../rule.js';

const TOP =
  '(?:com|cn|net|org|io|top|xyz|info|biz|cc|vip|app|co|me|site|online|shop|club|link|hk|tw|ru|gov|edu|dev|ai|live|icu|work|tech|fun|pro|tv|to|ly|gg|wang|ren|中国|公司|网络|网址)';
const ADDRESS = new RegExp(
  [
    '(?<scheme>[a-z][a-z0-9+.-]{1,15}):[/\\\\]{2}(?:[^\\s/\\\\?#@]{0,200}@)?(?<host>\\[[0-9a-f:.]{2,45}\\]|[^\\s/\\\\?#:)\\]}>"\'，。、；]{1,253})',
    '(?<script>(?:javascript|vbscript|data|file):)(?=[a-z0-9/%;,+(])',
    `(?<![@a-z0-9.-])(?<bare>(?:[a-z0-9-]{1,63}[.。]){1,5}${TOP})(?![a-z0-9-])`,
    '(?<!\\d|[.])(?<ip>(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\d.])',
    '(?<relative>\\]\\(\\s?(?![a-z]{2,8}:)[^)\\s]{1,200}\\))',
  ].join('|'),
  'g',
);

/** 链接 (LINK): only hosts of the institution's list, exactly as listed; no scripts, no bare addresses. */
export const link: Rule = {
  id: 'LINK',
  title: '链接到名单之外的网址',
  basis: { instrument: '数智员工守则', article: '链接', tag: 'M' },
  inspect({ plain, context }) {
    if (context.speaker === 'customer') return [];
    const allowed = new Set(context.allowedHosts.map((host) => host.toLowerCase()));
    return [...plain.text.matchAll(ADDRESS)].flatMap((match) => {
      const { scheme, host, bare } = match.groups!;
      const isWeb = scheme === undefined || scheme === 'https' || scheme === 'http';
      const name = (host ?? bare)?.replaceAll('。', '.').replace(/\.$/, '');
      if (isWeb && name !== undefined && allowed.has(name)) return [];
      const range = { start: match.index, end: match.index + match[0].length };
      return [findingAt(link, 'hard', plain, range)];
    });
  },
};
