import type { FeeLine } from '../../wording/fee-table.js';

/** 收不收: whoever asks whether something is charged hears that before the table. */

const ASKS_WHETHER =
  /收不收|扣不扣|要不要(钱|费|手续)|(收|扣|要)[^，。]{0,6}(不|吗|么|没)(?=$|[，,。？?])|(费用?|钱)(都|是不是|也)?(不|没)(收|要|有)|(都|全|啥|什么)[^，。]{0,4}(不|没)(收|要|扣)|免费|不要(钱|费|手续)/;
const ASKS_IF_NONE = /是不是|是吧|吧[？?。]*$|对吗|都|全|啥|什么|免费/;
/** 「有没有折扣」 「怎么收」: no yes or no of a fee. */
const ASKS_ELSE = /多少|几|怎么|咋|哪|折|优惠|为/;

/** A sentence with its stop; empty: whether is not what is asked, or there is nothing to say of it. */
export function feeVerdict(lines: readonly FeeLine[], query: string): string {
  if (
    !ASKS_WHETHER.test(query) ||
    ASKS_ELSE.test(query.replace(/什么(费|钱)?都|啥/g, '')) ||
    lines.length === 0
  )
    return '';
  const free = lines.filter(isFree);
  const charged = lines.filter((line) => !isFree(line));
  if (charged.length === 0) return `不收${labels(free)}。`;
  const parts = [
    free.length > 0 ? `不收${labels(free)}` : '',
    ...charged
      .filter(isInSteps)
      .map(
        ({ label }) =>
          `${label}要看${label === '申购费' || label === '认购费' ? '买多少' : '放多久'}`,
      ),
    said(
      charged.filter((line) => !isInSteps(line) && !isByDay(line)),
      (names) => `要收${names}`,
    ),
    said(charged.filter(isByDay), (names) => `${names}按天从净值里扣`),
  ].filter((part) => part !== '');
  const lead = ASKS_IF_NONE.test(query) && free.length < lines.length ? '不是都不收：' : '';
  return `${lead}${parts.join('，')}。`;
}

/** 「满 365 日不收」 of what cannot be left before. */
const isFree = ({ value }: FeeLine): boolean => /不收$/.test(value) && !value.includes('；');
const isInSteps = ({ value }: FeeLine): boolean =>
  value.includes('；') && !isByDay({ label: '', value });
const isByDay = ({ value }: FeeLine): boolean => value.includes('每年');
const labels = (lines: readonly FeeLine[]): string => lines.map(({ label }) => label).join('、');
const said = (lines: readonly FeeLine[], words: (names: string) => string): string =>
  lines.length === 0 ? '' : words(labels(lines));
