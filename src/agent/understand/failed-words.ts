/** 付不出去: a payment or order that failed, whose sum is no money to be planned for. */

const FAILED =
  /超(了|过|出)?(限|额度)|限额|失败|报错|不成功|付不(了|出|进)|[转充扣刷]不(了|进|出|过)|(提示|显示|弹)[^，。]{0,8}(错|不足|不能|限|异常)/;
const KEPT_FROM = /(不让|不给)我?们?(再)?(付|转|扣|刷|充|买进)/;
const WHAT_NOW = /咋整|咋办|咋弄|怎么办|怎么弄|怎么回事|老是|总是|一直/;

export const speaksOfFailure = (text: string): boolean =>
  FAILED.test(text) || (KEPT_FROM.test(text) && WHAT_NOW.test(text));
