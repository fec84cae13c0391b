import type { Words } from './words.js';

/** 24-hour clock, with the day before it unless it is today. `iso`: an instant; '' gives ''. */
export function clock(iso: string, language: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return at.toDateString() === new Date().toDateString()
    ? time
    : `${shortDay(at, language)} ${time}`;
}

export function dayName(day: Date, words: Words): string {
  return day.toDateString() === new Date().toDateString() ? words.today : shortDay(day, words.code);
}

function shortDay(day: Date, language: string): string {
  // Intl writes 「11月25日」; house style puts spaces between figures and characters.
  if (language === 'zh-CN') return `${day.getMonth() + 1} 月 ${day.getDate()} 日`;
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(day);
}
