const CHANNELS: Readonly<Record<string, string>> = {
  directline: 'Web',
  terminal: 'Terminal',
  'bot-framework': 'Bot Framework',
};

/** Where a conversation comes from; what is not listed is told as it is. */
export const channelEn = (name: string): string => CHANNELS[name] ?? name;
