const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words for the inside of a page or an attribute. */
export const escapedHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign);
