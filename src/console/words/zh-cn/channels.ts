const CHANNELS: Readonly<Record<string, string>> = {
  directline: '网页',
  terminal: '终端',
  'bot-framework': 'Bot Framework',
};

/** 会话从哪里来；没有列出的照原样显示。 */
export const channelZhCN = (name: string): string => CHANNELS[name] ?? name;
