/** 网恋骗局: somebody never met, far away, who comes to need money. */

const FAR_AWAY =
  /网恋|网友|网上(认识|谈|处|聊)|交友|(没|未)(有)?见过(面|本人|真人)|(他|她|对象|男朋友|女朋友|朋友)[^，。]{0,4}(在|人在)(国外|海外|境外|战区|部队|工地|钻井)|维和|军医|无国界/;
const WANTS_MONEY =
  /清关|关税|机票|赎身|周转|保释|(急着?|等着?)(要|用)[^，。]{0,6}(费|钱|款|[万千])|(让|叫|要|求|找|问)我[^，。]{0,8}(转|打(钱|款)|汇|借|垫|凑|要(钱|[一二两三四五六七八九十\d]))|借[^，。]{0,4}[钱万千]|手续费|医药费|解冻/;

/** Whether folded words tell of such a friend who wants money. */
export const isLovedFromAfar = (folded: string): boolean =>
  FAR_AWAY.test(folded) && WANTS_MONEY.test(folded);
